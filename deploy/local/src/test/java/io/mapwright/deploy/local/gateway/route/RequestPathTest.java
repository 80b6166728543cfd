package io.mapwright.deploy.local.gateway.route;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/auth/me", "/ws/voice/%E5%9B%BE-1", "/api/a%20b", "/a/...", "/a/.hidden", "/a/b;c=d"})
    void acceptsWhatEverybodyReadsAlike(String path) {
        assertThat(RequestPath.isUnambiguous(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api",
                "/api/auth/../../internal/tokens/api-key",
                "/api/auth/./x",
                "/api/auth/..",
                "/api/auth/%2e%2e/internal",
                "/api/auth/.%2E/internal",
                "/api/auth/..;/internal",
                "/api/auth%2f..%2finternal",
                "/api/auth%5c..%5cinternal",
                "/api/auth\\..\\internal",
                "/api/auth/%252e%252e/internal",
                "//internal/tokens",
                "/api//auth",
                "/api/%00",
                "/api/%0d%0a",
                "/api/%",
                "/api/%4",
                "/api/%zz",
            })
    void refusesWhatAServiceCouldReadDifferently(String path) {
        assertThat(RequestPath.isUnambiguous(path)).isFalse();
    }
}
