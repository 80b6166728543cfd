package io.mapwright.voice.session;

/**
 * Names a live session; the front end makes it up.
 *
 * @param value 1..128 characters, none of them a control character
 */
public record SessionId(String value) {

    private static final int LONGEST = 128;

    public SessionId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a session id has 1.." + LONGEST + " printable characters");
        }
    }

    /** Whether {@code value} could be one. */
    public static boolean isValid(String value) {
        return !value.isBlank() && value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl);
    }
}
