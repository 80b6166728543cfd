package io.mapwright.auth.audit;

import java.time.Instant;

/**
 * Who is changing something.
 *
 * @param subject of their token
 * @param requestId of the request by which they do it
 * @param at when
 */
public record Actor(String subject, String requestId, Instant at) {}
