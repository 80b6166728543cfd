package io.mapwright.auth.edit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mapwright.auth.edit.rest.EditJson;
import org.junit.jupiter.api.Test;

import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EditJsonTest {

    private final JsonMapper json = new JsonMapper();

    @Test
    void keepsWhatIsNotMentioned() throws JsonProcessingException {
        assertThat(json.readValue("{}", Body.class)).isEqualTo(new Body(new Edit.Keep<>(), new Edit.Keep<>()));
    }

    @Test
    void clearsWhatIsNullOrEmpty() throws JsonProcessingException {
        assertThat(json.readValue("{\"text\":\" \",\"number\":null}", Body.class))
                .isEqualTo(new Body(new Edit.Clear<>(), new Edit.Clear<>()));
    }

    @Test
    void putsEverythingElseInItsType() throws JsonProcessingException {
        assertThat(json.readValue("{\"text\":\"new\",\"number\":7}", Body.class))
                .isEqualTo(new Body(new Edit.Put<>("new"), new Edit.Put<>(7L)));
    }

    @Test
    void refusesAnotherType() {
        assertThatThrownBy(() -> json.readValue("{\"number\":\"seven\"}", Body.class))
                .isInstanceOf(InvalidFormatException.class);
    }

    @Test
    void appliesToFieldsThatMayBeEmptyAndToThoseThatMayNot() {
        assertThat(new Edit.Clear<String>().applyTo(Optional.of("before"))).isEmpty();
        assertThat(new Edit.Put<>("after").applyTo(Optional.of("before"))).contains("after");
        assertThat(new Edit.Keep<String>().applyTo(Optional.of("before"))).contains("before");
        assertThat(new Edit.Clear<String>().applyTo("before")).isEqualTo("before");
    }

    record Body(
            @JsonDeserialize(using = EditJson.class) Edit<String> text,
            @JsonDeserialize(using = EditJson.class) Edit<Long> number) {}
}
