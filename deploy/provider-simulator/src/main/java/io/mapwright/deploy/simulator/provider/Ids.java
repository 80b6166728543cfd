package io.mapwright.deploy.simulator.provider;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Identifiers in the forms that providers use. */
final class Ids {

    private Ids() {}

    static String uuid(RandomGenerator random) {
        return new UUID(
                        random.nextLong() & ~0xF000L | 0x9000L,
                        random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L)
                .toString();
    }

    static String hex(RandomGenerator random, int digits) {
        StringBuilder out = new StringBuilder(digits);
        while (out.length() < digits) {
            String more = "%016x".formatted(random.nextLong());
            out.append(more, 0, Math.min(16, digits - out.length()));
        }
        return out.toString();
    }
}
