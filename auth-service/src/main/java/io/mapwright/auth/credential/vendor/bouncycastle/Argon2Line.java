package io.mapwright.auth.credential.vendor.bouncycastle;

import io.mapwright.auth.credential.PasswordHash;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The PHC string of an Argon2id hash, taken apart. */
record Argon2Line(Argon2Cost cost, byte[] salt, byte[] digest) {

    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})\\$([^$]+)\\$([^$]+)");

    PasswordHash encoded() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p="
                + cost.lanes() + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(digest));
    }

    static Optional<Argon2Line> parse(PasswordHash hash) {
        Matcher parts = FORM.matcher(hash.encoded());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            Argon2Cost cost = new Argon2Cost(number(parts, 1), number(parts, 2), number(parts, 3));
            Base64.Decoder base64 = Base64.getDecoder();
            return Optional.of(new Argon2Line(cost, base64.decode(parts.group(4)), base64.decode(parts.group(5))));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }
}
