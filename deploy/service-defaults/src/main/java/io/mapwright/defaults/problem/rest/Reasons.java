package io.mapwright.defaults.problem.rest;

/** One line about a failure for the log: types and first lines only, since messages of some clients quote their input. */
final class Reasons {

    private static final int LONGEST = 200;

    private Reasons() {}

    static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage() == null
                ? ""
                : root.getMessage().lines().findFirst().orElse("");
        String text = root.getClass().getName() + ": " + message;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
