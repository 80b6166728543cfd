package io.mapwright.auth.account;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PhoneNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1380000000", "138000000000", "23800000000", "1380000000a", " 13800000000", "１3800000000"})
    void isElevenDigitsThatStartWithOne(String text) {
        assertThat(PhoneNumber.parse(text)).isEmpty();
        assertThatThrownBy(() -> new PhoneNumber(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void readsEveryNumberOfTheForm(@ForAll @LongRange(min = 10_000_000_000L, max = 19_999_999_999L) long number) {
        assertThat(PhoneNumber.parse(Long.toString(number))).contains(new PhoneNumber(Long.toString(number)));
    }

    @Test
    void hidesItsMiddleWhereverItIsPrinted() {
        assertThat(new PhoneNumber("13812345678")).hasToString("138****5678");
    }
}
