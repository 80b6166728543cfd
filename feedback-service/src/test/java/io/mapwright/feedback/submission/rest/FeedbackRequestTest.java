package io.mapwright.feedback.submission.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.mapwright.feedback.submission.Author;
import org.junit.jupiter.api.Test;

import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

class FeedbackRequestTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    @Test
    void believesATokenMoreThanTheBody() throws Exception {
        assertThat(request("{'message':'m','user_id':'1','user_name':' Ann '}")
                        .feedbackOf("42", Optional.of("7"))
                        .author())
                .isEqualTo(new Author(Optional.of("42"), Optional.of("Ann"), Optional.of("7"), true));
    }

    @Test
    void keepsWhatAStrangerClaimsAsAClaim() throws Exception {
        assertThat(request("{'message':'m','user_id':'1','user_name':''}")
                        .feedbackOfAStranger()
                        .author())
                .isEqualTo(new Author(Optional.of("1"), Optional.empty(), Optional.empty(), false));
    }

    @Test
    void keepsContextAsItCame() throws Exception {
        assertThat(request("{'message':'m','context':{'a':[1,null]}}")
                        .feedbackOfAStranger()
                        .context())
                .contains("{\"a\":[1,null]}");
        assertThat(request("{'message':'m','context':null}")
                        .feedbackOfAStranger()
                        .context())
                .isEmpty();
    }

    @Test
    void replacesTheOneCharacterThatPostgresqlCannotKeep() throws Exception {
        assertThat(request("{'message':'a\\u0000b'}").feedbackOfAStranger().message())
                .isEqualTo("a b");
    }

    private static FeedbackRequest request(String json) throws Exception {
        return JSON.readValue(json.replace('\'', '"'), FeedbackRequest.class);
    }
}
