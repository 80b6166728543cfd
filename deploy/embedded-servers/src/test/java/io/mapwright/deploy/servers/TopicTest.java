package io.mapwright.deploy.servers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TopicTest {

    @Test
    void hasThreePartitionsUnlessTold() {
        assertThat(Topic.parseAll(List.of("a.b-c_d", "e:1")))
                .containsExactly(new Topic("a.b-c_d", 3), new Topic("e", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:0", "a:x", "a/b"})
    void isRefusedWhenKafkaWouldRefuseIt(String text) {
        assertThatThrownBy(() -> Topic.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
