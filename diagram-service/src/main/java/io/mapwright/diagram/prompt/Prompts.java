package io.mapwright.diagram.prompt;

import io.mapwright.defaults.problem.Language;
import io.mapwright.diagram.model.Message;
import io.mapwright.diagram.specification.Analogy;
import io.mapwright.diagram.specification.DiagramType;
import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the messages of every conversation with a model. */
@Singleton
public final class Prompts {

    /** What is repeated to the model of its own wrong answer; the rest would only cost tokens. */
    private static final int QUOTED_ANSWER = 2_000;

    private final Engine engine;

    Prompts(Engine engine) {
        this.engine = engine;
    }

    /** Asks for a diagram. */
    public List<Message> drawing(Order order) {
        var instructions = template(order.language(), templateOf(order))
                .data("dimension", order.dimension().isPresent())
                .render();
        return List.of(Message.system(instructions), Message.user(material(order)));
    }

    /** Asks for the {@code diagram_type} that a text asks for. */
    public List<Message> classification(Language language, String text) {
        return about(text, template(language, "classify").render());
    }

    /** Asks for the {@code topic} that a text is about. */
    public List<Message> topic(Language language, String text) {
        return about(text, template(language, "topic").render());
    }

    /** Continues after an answer that held no JSON. */
    public List<Message> jsonOnly(List<Message> before, String answer, Language language) {
        return after(before, answer, template(language, "json_only").render());
    }

    /** Continues after an answer that broke {@code rule}. */
    public List<Message> brokenRule(List<Message> before, String answer, Language language, String rule) {
        var reminder = template(language, "broken_rule").data("rule", rule).render();
        return after(before, answer, reminder);
    }

    private static List<Message> about(String text, String instructions) {
        return List.of(Message.system(instructions), Message.user(Fence.around("user_text", text)));
    }

    private static List<Message> after(List<Message> before, String answer, String reminder) {
        var messages = new ArrayList<>(before);
        messages.add(Message.assistant(answer.substring(0, Math.min(QUOTED_ANSWER, answer.length()))));
        messages.add(Message.user(reminder));
        return messages;
    }

    private static String material(Order order) {
        var material = new StringBuilder(Fence.around("user_text", order.text()));
        order.dimension().ifPresent(words -> material.append('\n').append(Fence.around("user_dimension", words)));
        if (!order.pairs().isEmpty()) {
            material.append('\n').append(Fence.around("user_pairs", lines(order.pairs())));
        }
        return material.toString();
    }

    private static String lines(List<Analogy> pairs) {
        return pairs.stream().map(pair -> pair.left() + " | " + pair.right()).collect(Collectors.joining("\n"));
    }

    /** A bridge map is asked for in four ways, by what the user has decided already. */
    private static String templateOf(Order order) {
        var name = order.type().wireName();
        if (order.type() != DiagramType.BRIDGE_MAP) {
            return name;
        }
        return name
                + (order.pairs().isEmpty() ? "" : "_pairs")
                + (order.dimension().isPresent() ? "_dimension" : "");
    }

    private TemplateInstance template(Language language, String name) {
        Template template = engine.getTemplate("prompts/" + language.name().toLowerCase(Locale.ROOT) + "/" + name);
        if (template == null) {
            throw new IllegalStateException("no prompt " + name + " in " + language);
        }
        return template.instance();
    }
}
