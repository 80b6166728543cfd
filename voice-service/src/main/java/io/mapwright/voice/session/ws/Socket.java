package io.mapwright.voice.session.ws;

import io.mapwright.defaults.problem.Language;
import io.mapwright.voice.session.ClientMessage;
import io.mapwright.voice.session.Closing;
import io.mapwright.voice.session.Outgoing;
import io.mapwright.voice.session.VoiceSession;
import io.mapwright.voice.session.ws.MessageReader.MalformedMessageException;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/** One connection: frames in, events out one at a time, and the close at last. */
final class Socket {

    private static final Logger LOG = Logger.getLogger(Socket.class);
    private static final int MOST_EARLY_FRAMES = 32;

    private final WebSocketConnection connection;
    private final EventWriter writer;
    private final Duration sendLimit;
    private final Language language;
    private final Deque<Supplier<ClientMessage>> early = new ArrayDeque<>();
    private Optional<VoiceSession> session = Optional.empty();
    private boolean refused;

    Socket(WebSocketConnection connection, EventWriter writer, Duration sendLimit, Language language) {
        this.connection = connection;
        this.writer = writer;
        this.sendLimit = sendLimit;
        this.language = language;
    }

    /** Takes a frame; one that comes while the client is still being let in waits until then. */
    synchronized Uni<Void> receive(Supplier<ClientMessage> frame) {
        if (session.isPresent()) {
            deliver(session.get(), frame);
        } else if (!refused && early.size() >= MOST_EARLY_FRAMES) {
            return refuse(Closing.TOO_FAST);
        } else if (!refused) {
            early.add(frame);
        }
        return Uni.createFrom().voidItem();
    }

    /** Serves {@code opened} until it ends, however it ends. */
    Uni<Void> serve(VoiceSession opened) {
        Uni<Closing> ended = opened.outgoing()
                .onItem()
                .transformToUniAndConcatenate(outgoing -> send(opened, outgoing))
                .select()
                .first(outgoing -> outgoing instanceof Outgoing.Message)
                .onItem()
                .ignoreAsUni()
                .replaceWith(Closing.GONE)
                .onFailure()
                .recoverWithItem(this::closing);
        attach(opened);
        return Uni.combine().any().<Closing>of(ended, opened.broken()).chain(closing -> close(closing));
    }

    /** Closes the connection of a client that is not let in. */
    synchronized Uni<Void> refuse(Closing closing) {
        refused = true;
        early.clear();
        return close(closing);
    }

    /** Ends it at once: nothing that is being made for the client is wanted any more. */
    synchronized Uni<Void> breakOff(Closing closing) {
        refused = true;
        session.ifPresent(live -> live.breakOff(closing));
        return Uni.createFrom().voidItem();
    }

    private synchronized void attach(VoiceSession opened) {
        session = Optional.of(opened);
        early.forEach(frame -> deliver(opened, frame));
        early.clear();
        if (refused) {
            opened.breakOff(Closing.GONE);
        }
    }

    private static void deliver(VoiceSession session, Supplier<ClientMessage> frame) {
        try {
            session.receive(frame.get());
        } catch (MalformedMessageException malformed) {
            session.receiveMalformed(malformed.complaint());
        }
    }

    private Uni<Outgoing> send(VoiceSession opened, Outgoing outgoing) {
        Uni<Void> sent =
                switch (outgoing) {
                    case Outgoing.Message message ->
                        connection
                                .sendText(writer.write(message.event(), language))
                                .ifNoItem()
                                .after(sendLimit)
                                .fail();
                    case Outgoing.Ending ending -> close(ending.closing());
                };
        return sent.invoke(opened::sent).replaceWith(outgoing);
    }

    private Closing closing(Throwable failure) {
        if (connection.isClosed()) {
            return Closing.GONE;
        }
        if (failure instanceof TimeoutException) {
            return Closing.TOO_SLOW;
        }
        LOG.error("a voice session failed", failure);
        return Closing.FAILED;
    }

    private Uni<Void> close(Closing closing) {
        if (closing == Closing.GONE || connection.isClosed()) {
            return Uni.createFrom().voidItem();
        }
        return connection
                .close(new CloseReason(closing.code(), closing.reason()))
                .ifNoItem()
                .after(sendLimit)
                .fail()
                .onFailure()
                .recoverWithNull();
    }
}
