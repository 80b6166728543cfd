package io.mapwright.deploy.local.stack;

import java.net.URI;

/** How to find out whether a process does its work. */
public sealed interface Probe {

    /** A GET of this address answers 200. */
    record Http(URI address) implements Probe {

        static Http readiness(int managementPort) {
            return new Http(URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready"));
        }
    }

    /** Redis on this port answers PING. */
    record Redis(int port) implements Probe {}

    /** PostgreSQL on this port answers a client that asks for encryption. */
    record Postgres(int port) implements Probe {}

    /** Kafka on this port tells which versions it speaks. */
    record Kafka(int port) implements Probe {}

    /** SMTP on this port says its greeting. */
    record Smtp(int port) implements Probe {}
}
