package io.mapwright.auth.storage.postgres;

import io.vertx.pgclient.PgException;

/** Recognises the constraints that a statement broke. */
public final class Violation {

    private static final String UNIQUE = "23505";
    private static final String FOREIGN_KEY = "23503";

    private Violation() {}

    /** Whether {@code failure} says that another row has the same value. */
    public static boolean isDuplicate(Throwable failure) {
        return failure instanceof PgException postgres && UNIQUE.equals(postgres.getSqlState());
    }

    /** Whether {@code failure} says that a row refers to one that is gone, or is still referred to. */
    public static boolean isReference(Throwable failure) {
        return failure instanceof PgException postgres && FOREIGN_KEY.equals(postgres.getSqlState());
    }
}
