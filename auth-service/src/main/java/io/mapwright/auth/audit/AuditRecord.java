package io.mapwright.auth.audit;

/** One change as it was recorded. */
public record AuditRecord(long id, Actor actor, Change change) {}
