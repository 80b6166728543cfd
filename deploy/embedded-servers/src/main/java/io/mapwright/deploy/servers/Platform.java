package io.mapwright.deploy.servers;

import java.util.Locale;

/**
 * The operating system and processor, in the words of the two binary archives.
 *
 * @param mac macOS, otherwise Linux
 * @param arm a 64-bit ARM, otherwise a 64-bit x86
 */
record Platform(boolean mac, boolean arm) {

    static Platform current() {
        return new Platform(
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac"),
                System.getProperty("os.arch").equals("aarch64"));
    }

    String postgresArchive() {
        return "postgres-%s-%s.txz".formatted(mac ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
    }

    String redisBinary() {
        return "redis-server-7.0.15-%s-%s".formatted(mac ? "darwin" : "linux", arm ? "arm64" : "amd64");
    }
}
