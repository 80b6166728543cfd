package io.mapwright.deploy.simulator.omni;

import io.mapwright.deploy.simulator.answer.Question;
import io.mapwright.deploy.simulator.token.TokenEstimate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What was said in a session so far, as far as the model's context reaches. */
final class Conversation {

    private static final int REMEMBERED = 40;
    private static final int LONGEST_ANSWER = 60;

    private final String model;
    private final Deque<Said> said = new ArrayDeque<>();

    Conversation(String model) {
        this.model = model;
    }

    private record Said(String role, String text, int textTokens, int audioTokens) {}

    /** A user's turn; one that was typed has no sound. */
    void user(String text, long millis) {
        add(new Said("user", text, millis > 0 ? 0 : TokenEstimate.of(text), audioTokens(millis)));
    }

    void assistant(String text) {
        add(new Said("assistant", text, TokenEstimate.of(text), 0));
    }

    int audioTokens(long millis) {
        double perSecond = model.contains("turbo") ? 25 : 12.5;
        return (int) Math.ceil(millis * perSecond / 1000);
    }

    /** The tokens of a prompt with these instructions; nothing is answered yet. */
    OmniUsage prompt(String instructions) {
        int text = TokenEstimate.ofPrompt(List.of(instructions))
                + said.stream().mapToInt(Said::textTokens).sum();
        return new OmniUsage(text, said.stream().mapToInt(Said::audioTokens).sum(), 0, 0);
    }

    Question question(String instructions, double temperature) {
        List<Question.Turn> turns = new ArrayList<>();
        if (!instructions.isEmpty()) {
            turns.add(new Question.Turn("system", instructions));
        }
        said.forEach(one -> turns.add(new Question.Turn(one.role(), one.text())));
        if (said.isEmpty()) {
            turns.add(new Question.Turn("user", instructions));
        }
        return new Question(model, turns, temperature, false, 0, 0);
    }

    /** The first sentences of an answer, as many as one says before the other wants to speak. */
    static String spoken(String answer) {
        int end = 0;
        for (int i = 0; i < answer.length() && (end == 0 || i < LONGEST_ANSWER); i++) {
            if ("。！？.!?".indexOf(answer.charAt(i)) >= 0) {
                end = i + 1;
            }
        }
        return end == 0 ? answer : answer.substring(0, end);
    }

    private void add(Said one) {
        said.add(one);
        if (said.size() > REMEMBERED) {
            said.remove();
        }
    }
}
