package io.mapwright.deploy.load.suite;

import java.net.http.HttpRequest;

/** Who calls the API. */
public sealed interface Caller {

    /** Nobody in particular. */
    record Anonymous() implements Caller {}

    /** Somebody with an access token. */
    record Bearer(String token) implements Caller {

        @Override
        public String toString() {
            return "Bearer";
        }
    }

    /** A partner platform. */
    record ApiKey(String key) implements Caller {

        @Override
        public String toString() {
            return "ApiKey";
        }
    }

    /** Adds the caller's credential to a request. */
    default void identify(HttpRequest.Builder request) {
        switch (this) {
            case Anonymous nobody -> {
                // Sends nothing.
            }
            case Bearer bearer -> request.header("Authorization", "Bearer " + bearer.token());
            case ApiKey apiKey -> request.header("X-API-Key", apiKey.key());
        }
    }
}
