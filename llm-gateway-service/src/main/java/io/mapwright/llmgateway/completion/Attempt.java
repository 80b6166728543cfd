package io.mapwright.llmgateway.completion;

import io.mapwright.llmgateway.provider.Diagnosis;
import io.mapwright.llmgateway.provider.StreamPart;
import io.mapwright.llmgateway.quota.Admission;
import io.smallrye.mutiny.Multi;

import java.time.Duration;

/** What became of one attempt on one route. */
sealed interface Attempt {

    /** Time it stood in line. */
    Duration waited();

    record Whole(String json, Duration waited) implements Attempt {}

    record Streaming(Multi<StreamPart> parts, Duration waited) implements Attempt {}

    record Failed(Diagnosis diagnosis, boolean sent, Duration waited) implements Attempt {}

    record NotNow(Admission.Refused refusal, Duration waited) implements Attempt {}

    record Never(Admission.NeverAdmissible refusal, Duration waited) implements Attempt {}

    /** The deadline passed between admission and sending. */
    record TooLate(Duration waited) implements Attempt {}
}
