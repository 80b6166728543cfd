package io.mapwright.deploy.local.gateway.route;

/** How a request's path must look. Values start with a slash. */
public sealed interface PathMatch {

    /** The path or prefix as written in the route file. */
    String value();

    /** Whether {@code path}, without its query, is meant. */
    boolean matches(String path);

    /** Exactly this path; a trailing slash makes it another one. */
    record Exact(String value) implements PathMatch {

        public Exact {
            value = absolute(value);
        }

        @Override
        public boolean matches(String path) {
            return path.equals(value);
        }
    }

    /** This path and everything below it, whole segments only: {@code /api/a} holds {@code /api/a/b}, not {@code /api/ab}. */
    record Prefix(String value) implements PathMatch {

        public Prefix {
            value = absolute(value);
        }

        @Override
        public boolean matches(String path) {
            String prefix = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
            return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
        }
    }

    private static String absolute(String value) {
        if (value == null || !value.startsWith("/")) {
            throw new IllegalArgumentException("a path to match starts with a slash, not: " + value);
        }
        return value;
    }
}
