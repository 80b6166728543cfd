package io.mapwright.deploy.local.stack;

/**
 * Every port of the stack, all moved by the same offset so that several stacks fit on one machine.
 *
 * @param offset added to each, 0..30000
 */
public record Ports(int offset) {

    /** Most replicas of a service: their ports are a hundred apart, and the next thing is at 8981 + 100. */
    public static final int MOST_REPLICAS = 9;

    private static final int MANAGEMENT = 1000;
    private static final int INSIDE = 10000;
    private static final int PER_REPLICA = 100;

    public Ports {
        if (offset < 0 || offset > 30000) {
            throw new IllegalArgumentException("the port offset is 0..30000, not " + offset);
        }
    }

    /** The API gateway's public port. */
    public int gateway() {
        return 8080 + offset;
    }

    int gatewayManagement() {
        return gateway() + MANAGEMENT;
    }

    /** The HTTP port of a service's replica, counted from 0. */
    public int service(Suite service, int replica) {
        return service.port() + PER_REPLICA * replica + offset;
    }

    /** The management port of a service's replica, counted from 0. */
    public int management(Suite service, int replica) {
        return service(service, replica) + MANAGEMENT;
    }

    /** Where a service is reached from inside, spread over its replicas. */
    public int inside(Suite service) {
        return service.port() + INSIDE + offset;
    }

    public int simulator() {
        return 8090 + offset;
    }

    public int postgres() {
        return 25432 + offset;
    }

    public int redis() {
        return 26379 + offset;
    }

    public int kafka() {
        return 29092 + offset;
    }

    public int smtp() {
        return 2525 + offset;
    }

    /** The page and JSON of the mails that arrived. */
    public int inbox() {
        return 8025 + offset;
    }
}
