package io.mapwright.deploy.simulator.http;

import io.mapwright.deploy.simulator.answer.Answer;
import io.mapwright.deploy.simulator.fault.FaultKind;
import io.mapwright.deploy.simulator.fault.FaultPlan.Fate;
import io.mapwright.deploy.simulator.provider.Frames;
import io.mapwright.deploy.simulator.provider.Reply;
import io.mapwright.deploy.simulator.provider.Reply.Choice;
import io.mapwright.deploy.simulator.provider.Usage;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The events of a reply in order, each with the tokens of the answer up to it. */
final class FrameSource implements Iterator<FrameSource.Frame> {

    private final List<Frame> frames;
    private int next;

    FrameSource(Reply reply, Frames form, Fate fate) {
        List<Frame> good = list(reply, form, fate);
        this.frames = fate.has(FaultKind.MISSING_USAGE) ? withoutUsage(good) : good;
    }

    /**
     * One event as text.
     *
     * @param content whether it carries a part of the answer
     */
    record Frame(String text, int tokensSoFar, boolean content) {}

    @Override
    public boolean hasNext() {
        return next < frames.size();
    }

    @Override
    public Frame next() {
        return frames.get(next++);
    }

    Frame peek() {
        return frames.get(next);
    }

    boolean atLast() {
        return next == frames.size() - 1;
    }

    private static List<Frame> list(Reply reply, Frames form, Fate fate) {
        List<Frame> list = new ArrayList<>();
        Usage usage = reply.usage();
        int before = 0;
        for (int i = 0; i < reply.choices().size(); i++) {
            Choice choice = reply.choices().get(i);
            add(list, form.open(i), before, false);
            for (Answer.Piece piece : choice.thoughts().pieces()) {
                int soFar = before + piece.tokensSoFar();
                add(list, form.thought(i, piece.json(), usage.upTo(soFar)), soFar, true);
            }
            before +=
                    choice.thoughts().pieces().isEmpty() ? 0 : choice.thoughts().tokens();
            for (Answer.Piece piece : choice.text().pieces()) {
                int soFar = before + piece.tokensSoFar();
                if (fate.has(FaultKind.EXTRA_EVENTS)) {
                    add(list, form.beside(list.size() / 2), soFar, false);
                }
                add(list, form.content(i, piece.json(), usage.upTo(soFar)), soFar, true);
            }
            for (int t = 0; t < choice.toolCalls().size(); t++) {
                add(list, form.toolCall(i, t, choice.toolCalls().get(t)), usage.completion(), true);
            }
            before += choice.text().pieces().isEmpty() ? 0 : choice.text().tokens();
            add(list, form.finish(i, choice.finishReason(), usage), Math.min(before, usage.completion()), false);
        }
        fate.get(FaultKind.REPLACED)
                .map(fault -> form.replacement(fault.text() == null ? "" : fault.text()))
                .ifPresent(event -> add(list, event, usage.completion(), false));
        add(list, form.close(usage), usage.completion(), false);
        return list;
    }

    private static void add(List<Frame> list, String text, int tokens, boolean content) {
        if (!text.isEmpty()) {
            list.add(new Frame(text, tokens, content));
        }
    }

    private static List<Frame> withoutUsage(List<Frame> list) {
        List<Frame> bare = new ArrayList<>();
        for (Frame frame : list) {
            String text = frame.text().replaceAll(",\"usage\":\\{(?:[^{}]|\\{[^{}]*\\})*\\}", "");
            bare.add(new Frame(text, frame.tokensSoFar(), frame.content()));
        }
        return bare;
    }
}
