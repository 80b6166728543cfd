package io.mapwright.diagram.generation.rest;

import io.mapwright.diagram.generation.Ending;
import io.mapwright.diagram.generation.StreamConfig;
import io.mapwright.diagram.json.JsonObject;
import io.smallrye.mutiny.Multi;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;

import java.util.Optional;

/** Streams of server-sent events in JSON, with heartbeats. */
@Singleton
final class EventStreams {

    private final StreamConfig config;

    EventStreams(StreamConfig config) {
        this.config = config;
    }

    /**
     * An event.
     *
     * @param name its name, empty for an event that has only data
     * @param last whether the stream ends behind it
     */
    record Event(Optional<String> name, JsonObject data, boolean last) {

        static Event named(String name, JsonObject data) {
            return new Event(Optional.of(name), data, false);
        }

        static Event lastNamed(String name, JsonObject data) {
            return new Event(Optional.of(name), data, true);
        }

        private OutboundSseEvent onTheWire() {
            var event = new OutboundSseEventImpl.BuilderImpl();
            name.ifPresent(event::name);
            return event.data(String.class, data.toString()).build();
        }
    }

    /** The stream of {@code events}, of which exactly one is the last. */
    Multi<OutboundSseEvent> of(Multi<Event> events) {
        var beats = Multi.createFrom()
                .ticks()
                .startingAfter(config.heartbeat())
                .every(config.heartbeat())
                .onOverflow()
                .drop()
                .map(tick -> Optional.<Event>empty());
        var both = Multi.createBy().merging().streams(events.map(Optional::of), beats);
        return Ending.with(event -> event.filter(Event::last).isPresent(), both)
                .map(event -> event.map(Event::onTheWire).orElseGet(EventStreams::heartbeat));
    }

    private static OutboundSseEvent heartbeat() {
        return new OutboundSseEventImpl.BuilderImpl().comment("still here").build();
    }
}
