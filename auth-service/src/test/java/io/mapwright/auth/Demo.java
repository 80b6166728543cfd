package io.mapwright.auth;

import java.util.Map;

/** Who is there when a test begins. */
public final class Demo {

    public static final String TEACHER = "13800000001";
    public static final String ADMIN = "13800000002";
    public static final String PASSWORD = "a demo password";
    public static final String INVITATION = "DEMO-A1B2C";
    public static final String API_KEY = "mg_0123456789abcdefghijklmnopqrstuv";
    public static final String SERVICE_SECRET = "a secret of more than thirty-two characters";

    /** Outages are tested elsewhere, with the defaults; here a machine that is busy with other tests is none. */
    static final Map<String, String> SETTINGS = Map.of(
            "auth.storage.redis-timeout", "9s",
            "auth.storage.sql-timeout", "9s",
            "mapwright.database.statement-limit", "9s",
            "auth.demo.enabled", "true",
            "auth.demo.invitation-code", INVITATION,
            "auth.demo.teacher.phone", TEACHER,
            "auth.demo.teacher.password", PASSWORD,
            "auth.demo.admin.phone", ADMIN,
            "auth.demo.admin.password", PASSWORD,
            "auth.demo.api-key", API_KEY);

    private Demo() {}
}
