package io.mapwright.deploy.simulator.ledger;

import io.mapwright.deploy.simulator.ledger.Session.Ending;
import io.mapwright.deploy.simulator.ledger.Session.Flow;

import java.util.zip.CRC32;

/** A realtime session as it goes on. Not thread-safe. */
public final class SessionEntry {

    private final SessionBook book;
    private final Session.Origin origin;
    private final long openedAt;
    private final CRC32 heard = new CRC32();
    private long framesIn;
    private long framesOut;
    private long bytesIn;
    private long bytesOut;
    private long heardBytes;
    private long spokenMillis;
    private int turns;
    private int interruptions;
    private int intendedCode = -1;
    private Ending ending = Ending.OPEN;
    private int code;
    private long closedAt;

    SessionEntry(SessionBook book, Session.Origin origin, long openedAt) {
        this.book = book;
        this.origin = origin;
        this.openedAt = openedAt;
    }

    /** @param characters of one event, which is ASCII but for texts */
    public void frameIn(int characters) {
        framesIn++;
        bytesIn += characters;
    }

    public void frameOut(int characters) {
        framesOut++;
        bytesOut += characters;
    }

    public void heard(byte[] sound) {
        heardBytes += sound.length;
        heard.update(sound);
    }

    public void spoke(long millis) {
        spokenMillis += millis;
    }

    public void turn() {
        turns++;
    }

    public void interrupted() {
        interruptions++;
    }

    /** The provider is about to close with this code; zero for cutting the connection. */
    public void closing(int withCode) {
        if (intendedCode < 0) {
            intendedCode = withCode;
        }
    }

    /**
     * The connection is gone; only the first such news counts.
     *
     * @param seenCode the code of the client's close frame; zero when there was none
     */
    public void closed(int seenCode) {
        if (ending == Ending.OPEN) {
            if (intendedCode >= 0) {
                ending = Ending.PROVIDER;
                code = intendedCode;
            } else {
                ending = seenCode == 0 ? Ending.DROPPED : Ending.CLIENT;
                code = seenCode;
            }
            closedAt = book.wallMillis();
            book.closed(this);
        }
    }

    public boolean isClosedByProvider() {
        return ending == Ending.PROVIDER;
    }

    /** Its present state. */
    public Session session() {
        return new Session(
                origin, new Session.Life(openedAt, closedAt, ending, code), flow(), "%08x".formatted(heard.getValue()));
    }

    Ending ending() {
        return ending;
    }

    Flow flow() {
        long heardMillis = heardBytes * 1000 / 32_000;
        return new Flow(framesIn, framesOut, bytesIn, bytesOut, heardMillis, spokenMillis, turns, interruptions);
    }

    long seq() {
        return origin.seq();
    }
}
