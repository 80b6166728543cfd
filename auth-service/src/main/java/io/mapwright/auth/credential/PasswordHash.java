package io.mapwright.auth.credential;

/**
 * A password as it is kept: algorithm, parameters, salt and digest in one line (PHC string format). Never logged.
 *
 * @param encoded for example {@code $argon2id$v=19$m=19456,t=2,p=1$…$…}
 */
public record PasswordHash(String encoded) {

    public PasswordHash {
        if (!encoded.startsWith("$")) {
            throw new IllegalArgumentException("a password hash starts with $");
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
