package io.mapwright.auth.token;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PublishedKeyTest {

    /** RFC 8037, appendix A.3. */
    @Test
    void isNamedByItsThumbprint() {
        PublishedKey key = new PublishedKey("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

        assertThat(key.keyId()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }
}
