package io.mapwright.llmgateway.quota;

import java.util.regex.Pattern;

/** The alphabet of names that become part of a key of the ledger: no braces, because those delimit its hash tag. */
final class Names {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/@+-]{0,127}");

    private Names() {}

    static void require(String what, String name) {
        if (name == null || !ALLOWED.matcher(name).matches()) {
            throw new IllegalArgumentException(what + " must be 1 to 128 of A-Z a-z 0-9 . _ / @ + - but was: " + name);
        }
    }
}
