package io.mapwright.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * Creates and drops the databases of one lease. Which real database a name stands for is remembered in system properties,
 * for all class loaders of the JVM.
 */
record Databases(int port, int lease) {

    private static final String PREFIX = "mapwright.testkit.database.";

    Database named(String name) {
        return Optional.ofNullable(System.getProperty(PREFIX + name))
                .map(real -> new Database(port, real))
                .orElseGet(() -> fresh(name));
    }

    Database fresh(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,39}")) {
            throw new IllegalArgumentException("a database's name is [a-z][a-z0-9_]*, not " + name);
        }
        String unique = Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 1, 36);
        var database = new Database(port, name + "_" + lease + "_" + unique);
        execute("CREATE DATABASE " + database.name());
        System.setProperty(PREFIX + name, database.name());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(database)));
        return database;
    }

    /** Whoever is still connected is thrown out. One that has gone already is no error. */
    void drop(Database database) {
        execute("DROP DATABASE IF EXISTS " + database.name() + " WITH (FORCE)");
    }

    private void execute(String statement) {
        var login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "60");
        try (Connection connection = new org.postgresql.Driver()
                        .connect("jdbc:postgresql://127.0.0.1:" + port + "/postgres", login);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement + " failed: " + e.getMessage(), e);
        }
    }
}
