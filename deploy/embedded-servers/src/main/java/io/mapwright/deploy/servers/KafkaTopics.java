package io.mapwright.deploy.servers;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The topics of one broker, seen by its administrator. */
record KafkaTopics(Admin admin) implements AutoCloseable {

    static KafkaTopics of(String bootstrap) {
        return new KafkaTopics(Admin.create(Map.of(
                "bootstrap.servers", bootstrap, "default.api.timeout.ms", "30000", "request.timeout.ms", "10000")));
    }

    /** Creates what does not exist; a topic that exists is left as it is. */
    void create(List<Topic> topics) {
        var answers = admin.createTopics(topics.stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
                .toList());
        for (var answer : answers.values().values()) {
            try {
                await(answer);
            } catch (IllegalStateException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    /** Deletes all records and forgets where every consumer group without a member stood. */
    void empty() {
        var groups = await(
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(group -> group.groupId())
                .toList();
        for (var deleted : admin.deleteConsumerGroups(groups).deletedGroups().values()) {
            ignoringFailure(deleted);
        }
        var names = await(admin.listTopics().names());
        var partitions = await(admin.describeTopics(names).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
        var ends = await(admin.listOffsets(partitions.stream()
                        .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                .all());
        await(admin.deleteRecords(ends.entrySet().stream()
                        .filter(end -> end.getValue().offset() > 0)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                end -> RecordsToDelete.beforeOffset(
                                        end.getValue().offset()))))
                .all());
    }

    @Override
    public void close() {
        admin.close();
    }

    /** A group that somebody is still in cannot be deleted; its member will leave in its own time. */
    private static void ignoringFailure(KafkaFuture<Void> answer) {
        try {
            await(answer);
        } catch (IllegalStateException e) {
            System.err.println("consumer group kept: " + e.getMessage());
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Kafka was asked", e);
        }
    }
}
