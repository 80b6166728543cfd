package io.mapwright.deploy.simulator.fault;

/**
 * One rule of what shall go wrong, for which calls, how often.
 *
 * @param kind what goes wrong
 * @param provider only calls to this provider; null for all
 * @param account only calls of this account; null for all
 * @param model only calls of this model; null for all
 * @param probability share of the matching calls it happens to, above 0 and at most 1
 * @param count how many times it happens at most; zero for without end
 * @param code the provider's error code for {@link FaultKind#ERROR} and {@link FaultKind#ERROR_MID_STREAM}; the form of
 *     errors for {@link FaultKind#ENVELOPE}
 * @param status HTTP status for {@link FaultKind#HTML}; zero for 502
 * @param delayMs delay of {@link FaultKind#SLOW_FIRST_BYTE} and {@link FaultKind#PAUSE_MID_STREAM}, milliseconds
 * @param afterChunks events sent before a fault in mid-stream
 * @param text the answer for {@link FaultKind#TEXT}; for an error, its message instead of the table's
 */
public record Fault(
        FaultKind kind,
        String provider,
        String account,
        String model,
        double probability,
        int count,
        String code,
        int status,
        int delayMs,
        int afterChunks,
        String text) {

    public Fault {
        if (kind == null) {
            throw new IllegalArgumentException("a fault needs its kind");
        }
        if (!(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability is above 0 and at most 1, not " + probability);
        }
        if (count < 0 || delayMs < 0 || afterChunks < 0) {
            throw new IllegalArgumentException("count, delay_ms and after_chunks are zero or more");
        }
        if (isError(kind) && (code == null || code.isBlank())) {
            throw new IllegalArgumentException(kind.key() + " needs the code of the error");
        }
    }

    /** A fault of every call. */
    public static Fault of(FaultKind kind) {
        return new Fault(kind, null, null, null, 1, 0, "-", 0, 0, 2, null);
    }

    /** An error of the provider's table, for every call. */
    public static Fault error(String code) {
        return new Fault(FaultKind.ERROR, null, null, null, 1, 0, code, 0, 0, 2, null);
    }

    public Fault at(String onlyProvider) {
        return new Fault(
                kind, onlyProvider, account, model, probability, count, code, status, delayMs, afterChunks, text);
    }

    public Fault forModel(String onlyModel) {
        return new Fault(
                kind, provider, account, onlyModel, probability, count, code, status, delayMs, afterChunks, text);
    }

    public Fault times(int atMost) {
        return new Fault(kind, provider, account, model, probability, atMost, code, status, delayMs, afterChunks, text);
    }

    public Fault withProbability(double share) {
        return new Fault(kind, provider, account, model, share, count, code, status, delayMs, afterChunks, text);
    }

    public Fault withCode(String newCode) {
        return new Fault(
                kind, provider, account, model, probability, count, newCode, status, delayMs, afterChunks, text);
    }

    public Fault withDelayMs(int newDelayMs) {
        return new Fault(
                kind, provider, account, model, probability, count, code, status, newDelayMs, afterChunks, text);
    }

    public Fault withText(String newText) {
        return new Fault(
                kind, provider, account, model, probability, count, code, status, delayMs, afterChunks, newText);
    }

    public Fault afterChunks(int chunks) {
        return new Fault(kind, provider, account, model, probability, count, code, status, delayMs, chunks, text);
    }

    /** Whether it is an error of a provider's table. */
    public boolean isError() {
        return isError(kind);
    }

    private static boolean isError(FaultKind kind) {
        return kind == FaultKind.ERROR || kind == FaultKind.ERROR_MID_STREAM;
    }

    boolean concerns(String itsProvider, String itsAccount, String itsModel) {
        return (provider == null || provider.equals(itsProvider))
                && (account == null || account.equals(itsAccount))
                && (model == null || model.equals(itsModel));
    }
}
