package io.mapwright.deploy.load.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the users noticed of one killing.
 *
 * @param victim which process
 * @param restarted from the kill until the supervisor called it ready again; empty when that did not come in time
 * @param recovered from the kill until everything the users do worked again; empty when that did not come in time
 * @param answers how many answers there were, by status; a map that failed inside a 200 counts as status 299
 */
public record Damage(
        String victim, Optional<Duration> restarted, Optional<Duration> recovered, Map<Integer, Integer> answers) {

    private static final int FAILED_MAP = 299;

    public Damage {
        answers = new TreeMap<>(answers);
    }

    static Damage of(
            String victim, Optional<Duration> restarted, Optional<Duration> recovered, List<Observation> observations) {
        Map<Integer, Integer> answers = new TreeMap<>();
        for (Observation each : observations) {
            int status = each.answer().status() == 200 && !each.succeeded()
                    ? FAILED_MAP
                    : each.answer().status();
            answers.merge(status, 1, Integer::sum);
        }
        return new Damage(victim, restarted, recovered, answers);
    }

    /** How many answers had this status. */
    public int count(int status) {
        return answers.getOrDefault(status, 0);
    }

    /** What must not happen whoever dies, in sentences. */
    List<String> violations() {
        List<String> violations = new ArrayList<>();
        for (int status : answers.keySet()) {
            // 0 is a connection that nobody answered; only the API gateway's own death excuses it.
            boolean allowed = List.of(200, FAILED_MAP, 429, 503, 504).contains(status)
                    || (status == 0 && victim.equals("api-gateway"));
            if (!allowed) {
                violations.add(victim + ": " + count(status) + " answers with status " + status);
            }
        }
        if (restarted.isEmpty()) {
            violations.add(victim + ": was not started again in time");
        }
        if (recovered.isEmpty()) {
            violations.add(victim + ": its users could not work again in time");
        }
        return violations;
    }

    static String header() {
        return "%-24s %10s %10s %6s %6s %6s %6s %6s %6s %6s  %s"
                .formatted(
                        "killed",
                        "restarted",
                        "recovered",
                        "asked",
                        "ok",
                        "503",
                        "504",
                        "failed",
                        "401",
                        "500",
                        "others");
    }

    String row() {
        Map<Integer, Integer> others = new TreeMap<>(answers);
        List.of(200, 503, 504, FAILED_MAP, 401, 500).forEach(others::remove);
        return "%-24s %10s %10s %6d %6d %6d %6d %6d %6d %6d  %s"
                .formatted(
                        victim,
                        seconds(restarted),
                        seconds(recovered),
                        answers.values().stream().mapToInt(Integer::intValue).sum(),
                        count(200),
                        count(503),
                        count(504),
                        count(FAILED_MAP),
                        count(401),
                        count(500),
                        others.isEmpty() ? "" : others);
    }

    private static String seconds(Optional<Duration> duration) {
        return duration.map(time -> String.format(Locale.ROOT, "%.1fs", time.toMillis() / 1000.0))
                .orElse("never");
    }
}
