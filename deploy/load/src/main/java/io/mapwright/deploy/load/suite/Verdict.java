package io.mapwright.deploy.load.suite;

import java.util.List;

/** How a load ends. */
public final class Verdict {

    private Verdict() {}

    /**
     * Prints what did not hold, and the verdict.
     *
     * @param violations a sentence each, empty when everything held
     * @return the program's exit code: 0 when everything held, else 1
     */
    public static int print(List<String> violations) {
        violations.forEach(violation -> System.out.println("VIOLATION: " + violation));
        System.out.println(violations.isEmpty() ? "PASSED" : "FAILED");
        return violations.isEmpty() ? 0 : 1;
    }
}
