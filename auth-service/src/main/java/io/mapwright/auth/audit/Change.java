package io.mapwright.auth.audit;

import java.util.Map;
import java.util.Optional;

/**
 * What was changed. Never holds a password, a key or a code.
 *
 * @param action what was done, for example {@code organization.create}
 * @param subject to what, for example {@code organization:7}
 * @param organization whose business it is; empty for what belongs to none
 * @param detail what else one wants to know later
 */
public record Change(String action, String subject, Optional<Long> organization, Map<String, String> detail) {

    public Change {
        detail = Map.copyOf(detail);
    }
}
