package io.mapwright.deploy.simulator.provider;

import io.mapwright.deploy.simulator.provider.Reply.ToolCall;

/** Server-sent events of the OpenAI schema with one provider's {@link Quirks}. */
final class OpenAiFrames implements Frames {

    private static final String DONE = "data: [DONE]\n\n";

    private final Quirks quirks;
    private final boolean includeUsage;
    private final boolean usageInEveryChunk;
    private final String head;
    private final String tail;

    OpenAiFrames(Quirks quirks, Reply reply) {
        this.quirks = quirks;
        this.includeUsage = reply.request().includeUsage();
        this.usageInEveryChunk = quirks.usagePlaces().contains(Quirks.UsagePlace.EVERY_CHUNK)
                && reply.request()
                        .raw()
                        .path("stream_options")
                        .path("chunk_include_usage")
                        .asBoolean(false);
        this.head = "data: {\"id\":\"" + reply.id() + "\",\"object\":\"chat.completion.chunk\",\"created\":"
                + reply.created() + ",\"model\":" + Json.quote(reply.model()) + quirks.head() + ",\"choices\":[";
        this.tail = quirks.tail() + "}\n\n";
    }

    @Override
    public String open(int choice) {
        if (!quirks.opens()) {
            return "";
        }
        String usage = quirks.nullUsage() == Quirks.NullUsage.NOWHERE ? "" : ",\"usage\":null";
        return head + choice(choice, "{\"role\":\"assistant\",\"content\":\"\"}", "null") + "]" + usage + tail;
    }

    @Override
    public String thought(int choice, String piece, Usage soFar) {
        String content = quirks.nullContentWhileThinking() ? "\"content\":null," : "";
        return chunk(choice, "{" + role() + content + "\"reasoning_content\":" + piece + "}", "null", soFar);
    }

    @Override
    public String content(int choice, String piece, Usage soFar) {
        return chunk(choice, "{" + role() + "\"content\":" + piece + "}", "null", soFar);
    }

    @Override
    public String toolCall(int choice, int position, ToolCall call) {
        String arguments = call.arguments();
        int cut = arguments.length() / 2;
        return chunk(choice, tool(position, call.id(), call.name(), ""), "null", null)
                + chunk(
                        choice,
                        tool(position, quirks.repeatedToolId(), null, arguments.substring(0, cut)),
                        "null",
                        null)
                + chunk(choice, tool(position, quirks.repeatedToolId(), null, arguments.substring(cut)), "null", null);
    }

    @Override
    public String finish(int choice, String reason, Usage usage) {
        String quoted = Json.quote(reason);
        if (quirks.usagePlaces().contains(Quirks.UsagePlace.IN_CHOICE)) {
            return head + "{\"index\":" + choice + ",\"delta\":" + quirks.finishDelta() + ",\"finish_reason\":" + quoted
                    + ",\"usage\":" + quirks.usage(usage) + "}]" + tail;
        }
        if (quirks.usagePlaces().contains(Quirks.UsagePlace.LAST_CHUNK)) {
            return head + choice(choice, quirks.finishDelta(), quoted) + "],\"usage\":" + quirks.usage(usage) + tail;
        }
        return chunk(choice, quirks.finishDelta(), quoted, usage);
    }

    @Override
    public String close(Usage usage) {
        boolean extra = includeUsage && quirks.usagePlaces().contains(Quirks.UsagePlace.EXTRA_CHUNK);
        return (extra ? head + "],\"usage\":" + quirks.usage(usage) + tail : "") + DONE;
    }

    @Override
    public String error(WireError error) {
        return error.asEvent();
    }

    private String chunk(int index, String delta, String reason, Usage soFar) {
        String usage = "";
        if (usageInEveryChunk && soFar != null) {
            usage = ",\"usage\":" + quirks.usage(soFar);
        } else if (quirks.nullUsage() == Quirks.NullUsage.EVERYWHERE) {
            usage = ",\"usage\":null";
        }
        return head + choice(index, delta, reason) + "]" + usage + tail;
    }

    private String choice(int index, String delta, String reason) {
        boolean silent = quirks.omitsNulls() && reason.equals("null");
        return "{\"index\":" + index + ",\"delta\":" + delta + (quirks.omitsNulls() ? "" : quirks.choiceExtra())
                + (silent ? "}" : ",\"finish_reason\":" + reason + "}");
    }

    private String role() {
        return quirks.roleInEveryDelta() ? "\"role\":\"assistant\"," : "";
    }

    private String tool(int position, String id, String name, String arguments) {
        StringBuilder out = new StringBuilder("{" + role() + "\"tool_calls\":[{\"index\":" + position);
        if (id != null) {
            out.append(",\"id\":").append(Json.quote(id));
        }
        if (name != null) {
            out.append(",\"type\":\"function\"");
        }
        out.append(",\"function\":{");
        if (name != null) {
            out.append("\"name\":").append(Json.quote(name)).append(',');
        }
        return out.append("\"arguments\":")
                .append(Json.quote(arguments))
                .append("}}]}")
                .toString();
    }
}
