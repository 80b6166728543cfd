package io.mapwright.deploy.simulator.omni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mapwright.deploy.simulator.fault.Fault;
import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.fault.FaultPlan.Fate;
import io.mapwright.deploy.simulator.http.Backstage;
import io.mapwright.deploy.simulator.ledger.Entry;
import io.mapwright.deploy.simulator.ledger.Outcome;
import io.mapwright.deploy.simulator.ledger.SessionEntry;
import io.mapwright.deploy.simulator.limit.Account;
import io.mapwright.deploy.simulator.limit.Admission;
import io.mapwright.deploy.simulator.limit.Demand;
import io.mapwright.deploy.simulator.omni.OmniSession.Guest;
import io.mapwright.deploy.simulator.omni.ResponseEvents.Shape;
import io.mapwright.deploy.simulator.omni.Speech.Piece;
import io.mapwright.deploy.simulator.provider.Provider;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The conversation of a session: what was heard, the answer being given, what is owed afterwards. */
final class Answering implements Turn.Session {

    private final Studio studio;
    private final Line line;
    private final SessionEntry entry;
    private final Guest guest;
    private final Supplier<SessionSettings> settings;
    private final Conversation conversation;
    private final Ear ear = new Ear();
    private final String conversationId;
    private Turn active;
    private Transcription owed = Transcription.NONE;
    private boolean answersNext;
    private boolean finishing;

    Answering(Studio studio, Line line, SessionEntry entry, Guest guest, Supplier<SessionSettings> settings) {
        this.studio = studio;
        this.line = line;
        this.entry = entry;
        this.guest = guest;
        this.settings = settings;
        this.conversation = new Conversation(guest.model());
        this.conversationId = studio.newId("conv");
    }

    @Override
    public Line line() {
        return line;
    }

    @Override
    public void answering() {
        owed.complete(line);
        owed = Transcription.NONE;
    }

    @Override
    public int audioTokens(long millis) {
        return conversation.audioTokens(millis);
    }

    @Override
    public void over(String said, long spokenMillis) {
        active = null;
        entry.spoke(spokenMillis);
        if (!said.isEmpty()) {
            conversation.assistant(said);
        }
        if (answersNext) {
            answersNext = false;
            answer(settings.get().speaks(), settings.get().instructions());
        } else if (finishing) {
            line.send(line.event("session.finished"));
        }
    }

    /** Somebody has spoken for so long. */
    void heard(String item, long millis, boolean answers) {
        Fate fate = fate(FaultKind.HEARD, FaultKind.TRANSCRIPTION_FAILED);
        String usual = ear.hear(settings.get().instructions());
        String text = fate.get(FaultKind.HEARD).map(Fault::text).orElse(usual);
        conversation.user(text, millis);
        line.send("conversation.item.created", "item", Transcription.item(item));
        answering();
        if (settings.get().transcribes()) {
            owed = new Transcription(item, text, fate.has(FaultKind.TRANSCRIPTION_FAILED));
            owed.begin(line);
        }
        if (!answers) {
            answering();
        } else if (active != null) {
            answersNext = true;
        } else {
            answer(settings.get().speaks(), settings.get().instructions());
        }
    }

    /** The client has typed something. */
    void typed(JsonNode item, String text) {
        conversation.user(text, 0);
        ObjectNode created = item.deepCopy();
        created.put("id", item.path("id").asText(studio.newId("item")))
                .put("object", "realtime.item")
                .put("status", "completed");
        line.send("conversation.item.created", "item", created);
    }

    /** The client wants an answer now; {@code response} may say how. */
    void asked(JsonNode response) {
        if (active != null) {
            line.complain(ApiError.invalid(
                    "conversation_already_has_active_response",
                    "Conversation already has an active response in progress.",
                    ""));
            return;
        }
        List<String> modalities = SessionSettings.list(response.path("modalities"));
        boolean speaks = modalities.isEmpty() ? settings.get().speaks() : modalities.contains("audio");
        answer(speaks, response.path("instructions").asText(settings.get().instructions()));
    }

    /** False when nothing is being said. */
    boolean cancel() {
        if (active == null) {
            return false;
        }
        entry.interrupted();
        active.cancel();
        return true;
    }

    void interrupt() {
        answersNext = false;
        cancel();
    }

    /** The client wants no more answers than the one being given. */
    void finish() {
        finishing = true;
        if (active == null) {
            line.send(line.event("session.finished"));
        }
    }

    void abandon(boolean byProvider) {
        if (active != null) {
            active.abandon(byProvider);
            active = null;
        }
    }

    private void answer(boolean speaks, String instructions) {
        Backstage backstage = studio.backstage();
        OmniUsage prompt = conversation.prompt(instructions);
        Account account = backstage.account(Provider.OMNI, guest.key());
        Entry call = backstage.ledger().arrived(Provider.OMNI.key(), account.name(), guest.model());
        call.describe(guest.requestId(), true, prompt.input());
        switch (account.enter(guest.model(), backstage.nanos(), Demand.turn(prompt.input()))) {
            case Admission.Refused(var why) -> {
                call.end(Outcome.REJECTED, 429, why.dimension().key(), 0);
                answering();
                line.complain(studio.refused(why, guest.model()));
            }
            case Admission.Admitted(var lease) -> {
                Shape shape = new Shape(
                        studio.newId("resp"),
                        studio.newId("item"),
                        conversationId,
                        settings.get().voice(),
                        speaks);
                call.accept(shape.id());
                entry.turn();
                Fate fate = backstage
                        .faults()
                        .fateOf(Provider.OMNI.key(), account.name(), guest.model(), OmniSession::isOfTurn);
                Ticket ticket = new Ticket(call, lease, studio::nanos, prompt.input());
                active = new Turn(
                        studio,
                        this,
                        new ResponseEvents(line, shape),
                        script(speaks, instructions, prompt, fate),
                        fate,
                        ticket);
                active.start();
            }
        }
    }

    private Turn.Script script(boolean speaks, String instructions, OmniUsage prompt, Fate fate) {
        String text = fate.get(FaultKind.TEXT)
                .map(Fault::text)
                .orElseGet(() -> studio.answer(
                        conversation.question(instructions, settings.get().temperature())));
        List<Piece> all = Speech.of(text).pieces();
        List<Piece> pieces = new ArrayList<>();
        int limit = settings.get().maxTokens();
        int tokens = 0;
        for (Piece piece : all) {
            tokens += piece.textTokens();
            if (limit > 0 && tokens > limit) {
                break;
            }
            pieces.add(piece);
        }
        Syllables voice = speaks ? studio.voice(settings.get().voice()) : null;
        return new Turn.Script(pieces, voice, prompt, pieces.size() < all.size());
    }

    private Fate fate(FaultKind first, FaultKind second) {
        Backstage backstage = studio.backstage();
        String account = backstage.account(Provider.OMNI, guest.key()).name();
        return backstage
                .faults()
                .fateOf(
                        Provider.OMNI.key(),
                        account,
                        guest.model(),
                        fault -> fault.kind() == first || fault.kind() == second);
    }
}
