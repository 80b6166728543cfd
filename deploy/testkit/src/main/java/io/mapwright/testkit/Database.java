package io.mapwright.testkit;

/**
 * A database of a test's own.
 *
 * @param port of PostgreSQL on 127.0.0.1
 * @param name its real name
 */
public record Database(int port, String name) {

    /** For JDBC. The user's name is in {@link #username()}; any password is accepted. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** For the reactive client. */
    public String reactiveUrl() {
        return "postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** Owns the database, and everything else in this PostgreSQL. */
    public String username() {
        return "postgres";
    }

    /** Any would do. */
    public String password() {
        return "postgres";
    }
}
