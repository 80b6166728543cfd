package io.mapwright.deploy.load.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The usage facts that the LLM gateway has published. Reads without a group, so that nobody's position moves. */
public final class UsageEvents {

    private static final String TOPIC = "llm.usage-recorded.v1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final String servers;

    public UsageEvents(RunningStack stack) {
        this.servers = "127.0.0.1:" + stack.ports().kafka();
    }

    /**
     * One fact.
     *
     * @param id unique for ever
     * @param finish {@code complete, aborted, failed} or {@code expired}
     * @param estimated whether the provider never told the token counts
     */
    public record Usage(String id, String finish, boolean estimated, long inputTokens, long outputTokens) {}

    /** A place in the topic; later facts come after it. */
    public record Position(Map<TopicPartition, Long> ends) {

        public Position {
            ends = Map.copyOf(ends);
        }
    }

    /** The end of the topic now. */
    public Position end() {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            return new Position(consumer.endOffsets(partitions(consumer), LIMIT));
        }
    }

    /** Facts published after a position, by id: published twice counts once. */
    public Map<String, Usage> since(Position position) {
        Map<String, Usage> facts = new LinkedHashMap<>();
        try (KafkaConsumer<String, String> consumer = consumer()) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(consumer), LIMIT);
            consumer.assign(ends.keySet());
            Map<TopicPartition, Long> missing = new HashMap<>();
            ends.forEach((partition, end) -> {
                long from = position.ends().getOrDefault(partition, 0L);
                consumer.seek(partition, from);
                if (from < end) {
                    missing.put(partition, end);
                }
            });
            while (!missing.isEmpty()) {
                for (ConsumerRecord<String, String> each : consumer.poll(POLL)) {
                    Usage usage = parse(each.value());
                    facts.put(usage.id(), usage);
                }
                missing.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            }
        }
        return facts;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
        return consumer.partitionsFor(TOPIC, LIMIT).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static Usage parse(String json) {
        try {
            JsonNode fact = JSON.readTree(json);
            return new Usage(
                    fact.path("event_id").asText(),
                    fact.path("finish").asText(),
                    fact.path("tokens_estimated").asBoolean(),
                    fact.path("input_tokens").asLong(),
                    fact.path("output_tokens").asLong());
        } catch (IOException e) {
            throw new UncheckedIOException("a usage event that is no JSON", e);
        }
    }

    private KafkaConsumer<String, String> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
