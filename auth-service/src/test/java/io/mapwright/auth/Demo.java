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

    static final Map<String, String> SETTINGS = Map.of(
            "auth.demo.enabled", "true",
            "auth.demo.invitation-code", INVITATION,
            "auth.demo.teacher.phone", TEACHER,
            "auth.demo.teacher.password", PASSWORD,
            "auth.demo.admin.phone", ADMIN,
            "auth.demo.admin.password", PASSWORD,
            "auth.demo.api-key", API_KEY,
            "auth.password.memory-kib", "8192");

    private Demo() {}
}
