package io.mapwright.llmgateway.quota;

/**
 * On whose behalf a call is made. Organizations share a scope fairly; inside one, first come is first served. Budgets are
 * kept for the organization and for the user.
 *
 * @param organization id of the organization; a caller without one is an organization of its own
 * @param user id of the user, API key or service
 */
public record Tenant(String organization, String user) {

    public Tenant {
        requireId("organization", organization);
        requireId("user", user);
    }

    /** A caller who belongs to no organization. */
    public static Tenant alone(String user) {
        return new Tenant("~" + user, user);
    }

    private static void requireId(String what, String id) {
        if (id == null || id.isBlank() || id.length() > 200) {
            throw new IllegalArgumentException(what + " must have 1 to 200 characters but was: " + id);
        }
    }
}
