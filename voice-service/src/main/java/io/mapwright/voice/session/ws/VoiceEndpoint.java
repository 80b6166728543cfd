package io.mapwright.voice.session.ws;

import io.mapwright.voice.session.ClientMessage;
import io.mapwright.voice.session.Closing;
import io.mapwright.voice.session.Opening;
import io.mapwright.voice.session.SessionConfig;
import io.mapwright.voice.session.SessionService;
import io.mapwright.voice.session.VoiceSession;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.quarkus.websockets.next.InboundProcessingMode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.PathParam;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Accepts the upgrade first and authenticates then, because a browser is told nothing about a refused upgrade but reads
 * close codes. {@code open} lasts as long as the session; frames are taken beside it, in the order of arrival.
 */
@WebSocket(path = "/ws/voice/{session}", inboundProcessingMode = InboundProcessingMode.CONCURRENT)
class VoiceEndpoint {

    private static final Logger LOG = Logger.getLogger(VoiceEndpoint.class);

    private final Doorkeeper doorkeeper;
    private final SessionService sessions;
    private final MessageReader reader;
    private final EventWriter writer;
    private final SessionConfig config;
    private final Map<String, Socket> sockets = new ConcurrentHashMap<>();

    VoiceEndpoint(
            Doorkeeper doorkeeper,
            SessionService sessions,
            MessageReader reader,
            EventWriter writer,
            SessionConfig config) {
        this.doorkeeper = doorkeeper;
        this.sessions = sessions;
        this.reader = reader;
        this.writer = writer;
        this.config = config;
    }

    @OnOpen
    Uni<Void> open(@PathParam String session, WebSocketConnection connection) {
        var handshake = new Handshake(connection.handshakeRequest());
        var socket = new Socket(connection, writer, config.sendLimit(), handshake.language());
        sockets.put(connection.id(), socket);
        return doorkeeper.admit(session, handshake.token()).onItem().transformToUni(outcome -> switch (outcome) {
            case Opening.Outcome.Opened opened -> serve(socket, opened.session());
            case Opening.Outcome.Refused refusal -> socket.refuse(refusal.closing());
        });
    }

    @OnTextMessage
    Uni<Void> text(String frame, WebSocketConnection connection) {
        return receive(connection, () -> reader.read(frame));
    }

    @OnBinaryMessage
    Uni<Void> sound(Buffer frame, WebSocketConnection connection) {
        return receive(connection, () -> reader.readSound(frame.getBytes()));
    }

    @OnClose
    Uni<Void> closed(WebSocketConnection connection) {
        Socket socket = sockets.remove(connection.id());
        return socket == null ? Uni.createFrom().voidItem() : socket.breakOff(Closing.GONE);
    }

    /** A frame that is too large, a connection that broke, or a bug. */
    @OnError
    Uni<Void> failed(Throwable failure, WebSocketConnection connection) {
        Socket socket = sockets.get(connection.id());
        Closing closing = closing(failure);
        if (closing == Closing.FAILED) {
            LOG.error("a voice message could not be handled", failure);
        }
        return socket == null ? Uni.createFrom().voidItem() : socket.breakOff(closing);
    }

    private static Closing closing(Throwable failure) {
        if (failure instanceof TooLongFrameException
                || failure instanceof CorruptedWebSocketFrameException
                || isTooManyFrames(failure)) {
            return Closing.TOO_LARGE;
        }
        return failure instanceof IOException ? Closing.GONE : Closing.FAILED;
    }

    /** Vert.x has no type of its own for a message whose frames add up to more than is allowed. */
    private static boolean isTooManyFrames(Throwable failure) {
        return failure instanceof IllegalStateException
                && String.valueOf(failure.getMessage()).contains("max message size");
    }

    private Uni<Void> serve(Socket socket, VoiceSession session) {
        return socket.serve(session).eventually(() -> sessions.closed(session));
    }

    private Uni<Void> receive(WebSocketConnection connection, Supplier<ClientMessage> frame) {
        Socket socket = sockets.get(connection.id());
        return socket == null ? Uni.createFrom().voidItem() : socket.receive(frame);
    }
}
