package io.mapwright.llmgateway.metering;

import io.restassured.path.json.JsonPath;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads the usage topic from the moment it is made. */
public final class UsageReader implements AutoCloseable {

    private static final String TOPIC = "llm.usage-recorded.v1";

    private final KafkaConsumer<String, String> consumer;
    private final List<Record> seen = new ArrayList<>();

    public UsageReader(String bootstrap) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap), new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** One record of the topic. */
    public record Record(String key, String json, Map<String, String> headers) {

        static Record of(ConsumerRecord<String, String> record) {
            Map<String, String> headers = new TreeMap<>();
            record.headers()
                    .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            return new Record(record.key(), record.value(), headers);
        }

        public <T> T get(String path) {
            return new JsonPath(json).get(path);
        }
    }

    /** All records so far that {@code wanted} takes. */
    public List<Record> read(Predicate<Record> wanted) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> seen.add(Record.of(record)));
        return seen.stream().filter(wanted).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
