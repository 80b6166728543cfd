package io.mapwright.deploy.local.gateway.route;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells paths that everybody reads alike from those that a service behind the gateway might read differently.
 *
 * <p>Routes are matched on the path as sent. A service that decodes or normalises it afterwards must not arrive somewhere
 * else, so dot segments, encoded separators and backslashes are refused.
 */
public final class RequestPath {

    private RequestPath() {}

    /** Whether {@code path}, without its query, means the same to everybody. */
    public static boolean isUnambiguous(String path) {
        if (path == null || !path.startsWith("/") || path.indexOf('\\') >= 0 || path.contains("//")) {
            return false;
        }
        return decoded(path).filter(RequestPath::staysBelowItself).isPresent();
    }

    private static boolean staysBelowItself(String decoded) {
        // Some servers read "..;x" as "..".
        return Stream.of(decoded.split("/", -1))
                .map(segment -> segment.split(";", 2)[0])
                .noneMatch(name -> name.equals(".") || name.equals(".."));
    }

    /** Empty when the encoding is broken or hides a separator, a control character or a second encoding. */
    private static Optional<String> decoded(String path) {
        StringBuilder decoded = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%') {
                int value = hex(path, i + 1);
                if (value < ' ' || value == '/' || value == '\\' || value == '%') {
                    return Optional.empty();
                }
                c = (char) value;
                i += 2;
            }
            decoded.append(c);
        }
        return Optional.of(decoded.toString());
    }

    private static int hex(String path, int at) {
        if (at + 2 > path.length()) {
            return -1;
        }
        int high = Character.digit(path.charAt(at), 16);
        int low = Character.digit(path.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
