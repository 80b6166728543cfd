package io.mapwright.deploy.load.suite;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Registers and logs in as a person would, but reads the answer to the captcha from the stack's own Redis: that works on this
 * machine only, and the product needs no back door.
 */
public final class Accounts {

    private static final String CAPTCHA = "auth:captcha:";

    private final Api api;
    private final RedisReader redis;

    public Accounts(Api api, RunningStack stack) {
        this.api = api;
        this.redis = new RedisReader(stack.ports().redis());
    }

    /** Adds a solved captcha to a request's body: {@code captcha_id} and {@code captcha}. */
    public ObjectNode withCaptcha(ObjectNode body) throws InterruptedException {
        Answer captcha = api.get("/api/auth/captcha/generate", new Caller.Anonymous());
        String id = captcha.json().path("captcha_id").asText();
        if (id.isEmpty()) {
            throw new UnexpectedAnswerException("a captcha", captcha);
        }
        String solution = redis.get(CAPTCHA + id)
                .orElseThrow(() -> new UnexpectedAnswerException("a captcha whose answer is in Redis", captcha));
        return body.put("captcha_id", id).put("captcha", solution);
    }

    /** Registers a person as a member of an organization. */
    public Answer register(String phone, String password, String name, String invitationCode)
            throws InterruptedException {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("phone", phone)
                .put("password", password)
                .put("name", name)
                .put("invitation_code", invitationCode);
        return api.post("/api/auth/register", withCaptcha(body), new Caller.Anonymous());
    }

    /** Logs in; the answer bears the token. */
    public Answer login(String phone, String password) throws InterruptedException {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("phone", phone).put("password", password);
        return api.post("/api/auth/login", withCaptcha(body), new Caller.Anonymous());
    }

    /** The caller that an answer of registration or login makes. */
    public static Caller callerOf(Answer answer) {
        String token = answer.json().path("access_token").asText();
        if (answer.status() != 200 && answer.status() != 201 || token.isEmpty()) {
            throw new UnexpectedAnswerException("a token", answer);
        }
        return new Caller.Bearer(token);
    }
}
