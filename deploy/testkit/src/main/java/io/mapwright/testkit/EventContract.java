package io.mapwright.testkit;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The schema of one topic's records. A producer's test holds what it serialises against it; a consumer's test reads all
 * samples with the consumer's own record.
 */
public final class EventContract {

    private static final String DIRECTORY = "contracts/events";

    private final String topic;
    private final JsonSchema schema;

    private EventContract(String topic, JsonSchema schema) {
        this.topic = topic;
        this.schema = schema;
    }

    /**
     * @param topic as in Kafka, with its version: {@code llm.usage-recorded.v1}
     * @throws IllegalArgumentException when deploy/contracts has no schema for it
     */
    public static EventContract of(String topic) {
        // The schema's own $id is the topic's name, which is relative: it needs a place to be relative to.
        String location = "https://contracts.mapwright/events/" + topic;
        String text = ContractFiles.read(schemaFile(topic));
        var factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(location, text))));
        var config =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        return new EventContract(topic, factory.getSchema(SchemaLocation.of(location), config));
    }

    /** @throws AssertionError naming each way in which this JSON is no record of the topic */
    public void assertValid(String json) {
        var messages = schema.validate(json, InputFormat.JSON);
        if (!messages.isEmpty()) {
            throw new AssertionError(messages.stream()
                    .map(ValidationMessage::getMessage)
                    .sorted()
                    .collect(Collectors.joining("\n  ", "no record of " + topic + ":\n  ", "\n  it was: " + json)));
        }
    }

    /** The topic's sample records, as JSON, at least one; each of them is valid. */
    public List<String> samples() {
        var samples = ContractFiles.beside(schemaFile(topic), DIRECTORY + "/samples", topic + ".").stream()
                .map(ContractFiles::read)
                .toList();
        if (samples.isEmpty()) {
            throw new AssertionError("there are no samples of " + topic);
        }
        samples.forEach(this::assertValid);
        return samples;
    }

    private static String schemaFile(String topic) {
        return DIRECTORY + "/" + topic + ".schema.json";
    }
}
