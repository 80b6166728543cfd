package io.mapwright.auth.demo;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.util.Optional;

/**
 * Settings under {@code auth.demo}: what is there from the start on a developer's machine. Each part is left out when
 * its secret is not given; production refuses to start with any of it.
 */
@ConfigMapping(prefix = "auth.demo")
public interface DemoConfig {

    /** Whether there is a demo at all. */
    @WithDefault("false")
    boolean enabled();

    /** Code of the organization. */
    @WithDefault("DEMO-SCHOOL")
    String organizationCode();

    /** Name of the organization. */
    @WithDefault("演示学校 Demo School")
    String organizationName();

    /** The code with which people register as its members. */
    @WithDefault("DEMO-A1B2C")
    String invitationCode();

    /** The teacher, a member of the organization. */
    Person teacher();

    /** The administrator, a member of no organization. */
    Person admin();

    /** An API key of the organization in plain text, {@code mg_} and 32 url-safe characters; empty for none. */
    Optional<String> apiKey();

    /** Somebody who can log in. */
    interface Person {

        /** Phone number; empty for nobody. */
        Optional<String> phone();

        /** Password; empty for nobody. */
        Optional<String> password();

        /** Name. */
        @WithDefault("演示用户")
        String name();
    }
}
