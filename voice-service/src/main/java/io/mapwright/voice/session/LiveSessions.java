package io.mapwright.voice.session;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions whose sockets end at this replica. */
@ApplicationScoped
public class LiveSessions {

    private final Map<String, VoiceSession> byConnection = new ConcurrentHashMap<>();

    LiveSessions(MeterRegistry metrics) {
        Gauge.builder("voice.sessions", byConnection, Map::size)
                .description("Sessions whose sockets end at this replica")
                .register(metrics);
    }

    /** Ends the session of this connection, if it is here. */
    public void end(String connection, Closing closing) {
        VoiceSession session = byConnection.get(connection);
        if (session != null) {
            session.end(closing);
        }
    }

    void add(VoiceSession session) {
        byConnection.put(session.holder().connection(), session);
    }

    void remove(VoiceSession session) {
        byConnection.remove(session.holder().connection(), session);
    }

    int count() {
        return byConnection.size();
    }

    Collection<VoiceSession> all() {
        return List.copyOf(byConnection.values());
    }

    List<VoiceSession> of(SessionId id) {
        return byConnection.values().stream()
                .filter(session -> session.id().equals(id))
                .toList();
    }
}
