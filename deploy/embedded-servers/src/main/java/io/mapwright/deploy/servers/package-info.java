/**
 * Real PostgreSQL, Redis, Kafka and mail on a machine that has a JDK and nothing else, each as a process of its own.
 *
 * <p>{@link io.mapwright.deploy.servers.Main} is the command line. The probes need no library, so that a supervisor may
 * use them with nothing but this module's own jar on its class path.
 */
package io.mapwright.deploy.servers;
