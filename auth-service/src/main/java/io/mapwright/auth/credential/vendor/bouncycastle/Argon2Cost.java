package io.mapwright.auth.credential.vendor.bouncycastle;

/** What one Argon2id computation costs. */
record Argon2Cost(int memoryKib, int iterations, int lanes) {

    private static final int LEAST_MEMORY_KIB = 8192;
    private static final int MOST_MEMORY_KIB = 1024 * 1024;

    Argon2Cost {
        if (memoryKib < LEAST_MEMORY_KIB || memoryKib > MOST_MEMORY_KIB) {
            throw new IllegalArgumentException("Argon2id takes 8192 to 1048576 KiB of memory here, not " + memoryKib);
        }
        if (iterations < 1 || iterations > 64 || lanes < 1 || lanes > 16) {
            throw new IllegalArgumentException(
                    "Argon2id takes 1 to 64 passes and 1 to 16 lanes here, not " + iterations + " and " + lanes);
        }
    }
}
