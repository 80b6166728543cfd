package io.mapwright.diagram.generation;

import io.mapwright.diagram.model.ModelName;
import io.mapwright.diagram.model.ModelUnavailableException;

/** What happens while a diagram is made. */
public sealed interface GraphEvent {

    /** The request is in order and was begun. */
    record Accepted() implements GraphEvent {}

    /** No model has begun to answer yet. */
    record Waiting() implements GraphEvent {}

    /** The model has begun to answer; again after a reminder of ours. */
    record Streaming(ModelName model) implements GraphEvent {}

    /** The last event: the answer. */
    record Answered(GraphAnswer answer) implements GraphEvent {}

    /** The last event instead: the suite cannot serve the request. */
    record Unavailable(ModelUnavailableException outage) implements GraphEvent {}
}
