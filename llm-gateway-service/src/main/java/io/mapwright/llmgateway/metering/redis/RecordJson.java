package io.mapwright.llmgateway.metering.redis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mapwright.llmgateway.metering.OpenCall;
import io.mapwright.llmgateway.metering.UsageEvent;
import org.jboss.logging.Logger;

import java.util.Optional;

/** JSON of records and events. */
final class RecordJson {

    private static final Logger LOG = Logger.getLogger(RecordJson.class);
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private RecordJson() {}

    static String write(OpenCall call) {
        return text(StoredCall.of(call));
    }

    static String write(UsageEvent event) {
        return text(UsageRecorded.of(event));
    }

    /** A record that cannot be read would be met again and again; it is dropped, and said so. */
    static Optional<OpenCall> read(String json) {
        try {
            return Optional.of(MAPPER.readValue(json, StoredCall.class).call());
        } catch (JsonProcessingException unreadable) {
            LOG.errorf("an open call cannot be read and is left alone: %s", unreadable.getOriginalMessage());
            return Optional.empty();
        }
    }

    private static String text(Object written) {
        try {
            return MAPPER.writeValueAsString(written);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record of plain values cannot be written as JSON", impossible);
        }
    }
}
