package io.mapwright.deploy.load.suite;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The mails that have arrived in the stack's mail server. */
public final class Inbox {

    private final Api api;

    public Inbox(RunningStack stack, InstantSource time) {
        this.api = new Api("http://127.0.0.1:" + stack.ports().inbox(), time);
    }

    /** Subject and text of every mail, oldest first; empty while the mail server is away. */
    public List<String> mails() throws InterruptedException {
        List<String> mails = new ArrayList<>();
        api.get("/api/messages", new Caller.Anonymous())
                .json()
                .forEach(mail -> mails.add(mail.path("subject").asText() + "\n"
                        + mail.path("text").asText() + mail.path("html").asText()));
        return mails;
    }

    /** How many mails contain this word. */
    public long countContaining(String word) throws InterruptedException {
        return mails().stream().filter(mail -> mail.contains(word)).count();
    }
}
