package io.mapwright.voice.session;

import io.mapwright.defaults.identity.Caller;
import io.mapwright.voice.action.DiagramContext;
import io.mapwright.voice.conversation.Conversation;
import io.mapwright.voice.session.Outgoing.Ending;
import io.mapwright.voice.understanding.Utterance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One connection's session. What comes in is handed to {@link #receive} in the order of arrival, by one thread at a
 * time; what goes out is {@link #outgoing()}. Utterances are answered one after the other.
 */
public final class VoiceSession {

    private static final ServerEvent.Failure NOT_STARTED =
            new ServerEvent.Failure("not_started", "请先发送 start 消息", "Send a start message first");
    private static final ServerEvent.Failure BUSY =
            new ServerEvent.Failure("overloaded", "还在回答上一个问题，请稍候", "The previous questions are still being answered");
    private static final ServerEvent.Failure TOO_FAST =
            new ServerEvent.Failure("rate_limit", "消息发送过快", "Messages come too fast; this one was dropped");
    private static final ServerEvent.Failure NO_AUDIO = new ServerEvent.Failure(
            "audio_unavailable", "语音暂不可用，请输入文字", "Speech is not available here; please type instead");
    private static final ServerEvent.Failure NO_IMAGES =
            new ServerEvent.Failure("image_unavailable", "暂不支持图片", "Images are not available here");

    private final SessionId id;
    private final SessionRegistry.Holder holder;
    private final Caller caller;
    private final TurnService turns;
    private final SessionConfig config;
    private final InstantSource time;
    private final SessionClock clock;
    private final MessageRate messages;
    private final MessageRate audio;

    private final Conversation conversation = new Conversation();
    private final Interruptible interruptible = new Interruptible();
    private final AtomicInteger pendingTurns = new AtomicInteger();
    private final Map<String, Object> described = new HashMap<>();

    private volatile DiagramContext context = DiagramContext.unknown();
    private boolean started;
    private Instant audioRefusedAt = Instant.EPOCH;
    private final UnicastProcessor<Outgoing> said = UnicastProcessor.create();
    private final UnicastProcessor<Utterance> utterances = UnicastProcessor.create();
    private final AtomicInteger waiting = new AtomicInteger(); // events on their way out
    private final CompletableFuture<Closing> broken = new CompletableFuture<>();

    VoiceSession(Opening opening, TurnService turns, SessionConfig config, InstantSource time) {
        this.id = opening.session();
        this.holder = opening.holder();
        this.caller = opening.caller();
        this.turns = turns;
        this.config = config;
        this.time = time;
        Instant now = time.instant();
        this.clock = new SessionClock(config, now, opening.tokenEnd());
        this.messages = new MessageRate(config.messages(), now);
        this.audio = new MessageRate(config.audio(), now);
    }

    public SessionId id() {
        return id;
    }

    /** The connection and its user. */
    public SessionRegistry.Holder holder() {
        return holder;
    }

    /**
     * Everything that goes out, to be subscribed to once; each event is to be followed by {@link #sent()} when the client
     * has taken it. Cancelling cancels the answer in the making.
     */
    public Multi<Outgoing> outgoing() {
        Multi<Outgoing> answers =
                utterances.onItem().transformToMultiAndConcatenate(this::answer).map(Outgoing.Message::new);
        return Multi.createBy()
                .merging()
                .streams(answers, said)
                .onItem()
                .invoke(this::queued)
                .onOverflow()
                .bufferUnconditionally();
    }

    /** One event has left. */
    public void sent() {
        waiting.decrementAndGet();
    }

    /** Why the session has to end at once, without what still waits to be sent. */
    public Uni<Closing> broken() {
        return Uni.createFrom().completionStage(broken);
    }

    /** Ends the session at once. */
    public void breakOff(Closing closing) {
        broken.complete(closing);
    }

    /** Takes one message. */
    public void receive(ClientMessage message) {
        Instant now = time.instant();
        clock.heard(now);
        boolean isAudio = message instanceof ClientMessage.Audio;
        switch ((isAudio ? audio : messages).next(now)) {
            case FINE -> handle(message, now);
            case TOO_FAST -> refuseQuietly(isAudio, now);
            case HOPELESS -> end(Closing.TOO_FAST);
        }
    }

    /** Answers what was no message at all. It counts against the rate like any other. */
    public void receiveMalformed(ServerEvent.Failure complaint) {
        Instant now = time.instant();
        clock.heard(now);
        switch (messages.next(now)) {
            case FINE -> say(complaint);
            case TOO_FAST -> say(TOO_FAST);
            case HOPELESS -> end(Closing.TOO_FAST);
        }
    }

    /** Lets the connection be closed once what waits before it is sent. */
    public void end(Closing closing) {
        emit(new Ending(closing));
    }

    /** Why the session is over by now, if it is. */
    Optional<Closing> overdue(Instant now) {
        return clock.overdue(now);
    }

    private void handle(ClientMessage message, Instant now) {
        if (!started && !(message instanceof ClientMessage.Start || message instanceof ClientMessage.Stop)) {
            say(NOT_STARTED);
            return;
        }
        switch (message) {
            case ClientMessage.Start start -> start(start);
            case ClientMessage.ContextUpdate update -> describe(update.diagramType(), update.context());
            case ClientMessage.Text text -> utter(new Utterance(text.text(), Utterance.Manner.TYPED));
            case ClientMessage.Audio sound -> refuseAudio(now);
            case ClientMessage.Image image -> say(NO_IMAGES);
            case ClientMessage.CancelResponse cancel -> cancel();
            case ClientMessage.Ack ack -> turns.acknowledged(ack.ok());
            case ClientMessage.Stop stop -> end(Closing.STOPPED);
        }
    }

    private void start(ClientMessage.Start start) {
        described.clear();
        describe(start.diagramType(), start.context());
        if (!started) {
            started = true;
            say(new ServerEvent.Connected(id));
        }
    }

    private void describe(Optional<String> diagramType, Map<String, Object> update) {
        diagramType.ifPresent(type -> described.put("diagram_type", type));
        described.putAll(update);
        context = DiagramContext.of(diagramType, described);
    }

    private void utter(Utterance utterance) {
        if (pendingTurns.get() > config.waitingTurns()) {
            say(BUSY);
            return;
        }
        pendingTurns.incrementAndGet();
        utterances.onNext(utterance);
    }

    private Multi<ServerEvent> answer(Utterance utterance) {
        return interruptible
                .until(turns.answer(utterance, context, conversation, caller), new ServerEvent.ResponseCancelled())
                .onTermination()
                .invoke(pendingTurns::decrementAndGet);
    }

    /** A client that cancels too late still waits for the confirmation. */
    private void cancel() {
        if (pendingTurns.get() == 0) {
            say(new ServerEvent.ResponseCancelled());
        } else {
            interruptible.interrupt();
        }
    }

    /** Sound comes many times a second; once a second is often enough to say so. */
    private void refuseAudio(Instant now) {
        if (now.isAfter(audioRefusedAt.plusSeconds(1))) {
            audioRefusedAt = now;
            say(NO_AUDIO);
        }
    }

    private void refuseQuietly(boolean isAudio, Instant now) {
        if (isAudio) {
            refuseAudio(now);
        } else {
            say(TOO_FAST);
        }
    }

    private void say(ServerEvent event) {
        emit(new Outgoing.Message(event));
    }

    /** Events come from the client's thread, a timer's and Redis'. */
    private synchronized void emit(Outgoing outgoing) {
        said.onNext(outgoing);
    }

    /** A bounded queue: whoever lets it fill up does not hold the others up. */
    private void queued() {
        if (waiting.incrementAndGet() > config.longestQueue()) {
            breakOff(Closing.TOO_SLOW);
        }
    }
}
