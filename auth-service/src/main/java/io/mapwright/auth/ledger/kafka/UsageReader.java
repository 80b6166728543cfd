package io.mapwright.auth.ledger.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mapwright.auth.ledger.UsageEvent;

import java.io.IOException;

/** Reads events strictly: what the contract demands must be there and of its type. Thread-safe. */
final class UsageReader {

    private final ObjectReader json = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build()
            .readerFor(UsageRecorded.class);

    Reading read(byte[] value) {
        if (value == null || value.length == 0) {
            return new Broken("there is no content");
        }
        try {
            UsageRecorded recorded = json.readValue(value);
            return recorded == null ? new Broken("the content is null") : new Whole(recorded.event());
        } catch (JsonProcessingException malformed) {
            // Its message may quote the content; where it went wrong says enough.
            return new Broken(malformed.getClass().getSimpleName() + " at " + place(malformed));
        } catch (IllegalArgumentException notAllowed) {
            return new Broken(notAllowed.getMessage());
        } catch (IOException unreadable) {
            return new Broken("unreadable");
        }
    }

    private static String place(JsonProcessingException malformed) {
        return malformed.getLocation() == null
                ? "an unknown place"
                : "character " + malformed.getLocation().getColumnNr();
    }

    sealed interface Reading {}

    record Whole(UsageEvent event) implements Reading {}

    record Broken(String reason) implements Reading {}
}
