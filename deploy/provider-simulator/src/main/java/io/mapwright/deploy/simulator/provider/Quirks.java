package io.mapwright.deploy.simulator.provider;

import java.util.Set;
import java.util.function.Function;

/**
 * In what a provider's chat differs from the OpenAI schema. Text members are JSON fragments.
 *
 * @param head members after {@code model}, starting with a comma
 * @param tail members at the end of every body and event, starting with a comma
 * @param choiceExtra members of every choice, starting with a comma
 * @param messageExtra members of every whole message, starting with a comma
 * @param opens whether a stream starts with an event that only names the role
 * @param roleInEveryDelta whether each event repeats the role
 * @param finishDelta the delta of the event that ends an alternative
 * @param nullUsage which events without usage say {@code "usage":null}
 * @param omitsNulls whether the choices of a stream leave out what is null
 * @param nullContentWhileThinking whether thoughts come with {@code "content":null}
 * @param repeatedToolId the id in later pieces of a tool call; null for none
 * @param usagePlaces where usage arrives in a stream
 * @param usageExtra members of usage beyond the three sums, starting with a comma
 */
record Quirks(
        String head,
        String tail,
        String choiceExtra,
        String messageExtra,
        boolean opens,
        boolean roleInEveryDelta,
        String finishDelta,
        NullUsage nullUsage,
        boolean omitsNulls,
        boolean nullContentWhileThinking,
        String repeatedToolId,
        Set<UsagePlace> usagePlaces,
        Function<Usage, String> usageExtra) {

    private static final String NOTE = ",\"note\":\"以上内容为AI生成，不代表开发者立场，请勿删除或修改本标记\"";

    enum NullUsage {
        EVERYWHERE,
        FIRST,
        NOWHERE
    }

    enum UsagePlace {
        EXTRA_CHUNK,
        LAST_CHUNK,
        IN_CHOICE,
        EVERY_CHUNK
    }

    static final Quirks OPENAI = new Quirks(
            ",\"system_fingerprint\":\"fp_1\"",
            ",\"service_tier\":\"default\"",
            ",\"logprobs\":null",
            ",\"refusal\":null",
            true,
            false,
            "{}",
            NullUsage.EVERYWHERE,
            false,
            false,
            null,
            Set.of(UsagePlace.EXTRA_CHUNK),
            Quirks::openAiUsage);

    static final Quirks DASHSCOPE = new Quirks(
            ",\"system_fingerprint\":null",
            "",
            ",\"logprobs\":null",
            "",
            true,
            false,
            "{\"content\":\"\"}",
            NullUsage.EVERYWHERE,
            false,
            true,
            "",
            Set.of(UsagePlace.EXTRA_CHUNK),
            Quirks::dashScopeUsage);

    static final Quirks DEEPSEEK = new Quirks(
            ",\"system_fingerprint\":\"fp_a49d71b8a1\"",
            "",
            ",\"logprobs\":null",
            "",
            true,
            true,
            "{\"content\":\"\",\"role\":null}",
            NullUsage.FIRST,
            false,
            true,
            null,
            Set.of(UsagePlace.LAST_CHUNK),
            Quirks::deepSeekUsage);

    static final Quirks MOONSHOT = new Quirks(
            "",
            "",
            "",
            "",
            true,
            false,
            "{}",
            NullUsage.NOWHERE,
            false,
            false,
            null,
            Set.of(UsagePlace.IN_CHOICE, UsagePlace.EXTRA_CHUNK),
            usage -> ",\"cached_tokens\":0");

    static final Quirks HUNYUAN = new Quirks(
            ",\"system_fingerprint\":\"\"",
            NOTE,
            "",
            "",
            false,
            true,
            "{\"role\":\"assistant\",\"content\":\"\"}",
            NullUsage.NOWHERE,
            false,
            false,
            null,
            Set.of(UsagePlace.LAST_CHUNK),
            usage -> "");

    static final Quirks ARK = new Quirks(
            ",\"service_tier\":\"default\"",
            "",
            ",\"logprobs\":null",
            "",
            false,
            true,
            "{\"content\":\"\",\"role\":\"assistant\"}",
            NullUsage.EVERYWHERE,
            true,
            false,
            null,
            Set.of(UsagePlace.EXTRA_CHUNK, UsagePlace.EVERY_CHUNK),
            Quirks::arkUsage);

    String usage(Usage usage) {
        return "{\"prompt_tokens\":" + usage.prompt() + ",\"completion_tokens\":" + usage.completion()
                + ",\"total_tokens\":" + usage.total() + usageExtra.apply(usage) + "}";
    }

    private static String openAiUsage(Usage usage) {
        return ",\"prompt_tokens_details\":{\"cached_tokens\":0,\"audio_tokens\":0},\"completion_tokens_details\":"
                + "{\"reasoning_tokens\":" + usage.reasoning() + ",\"audio_tokens\":0,\"accepted_prediction_tokens\":0,"
                + "\"rejected_prediction_tokens\":0}";
    }

    private static String dashScopeUsage(Usage usage) {
        String reasoning = usage.reasoning() == 0
                ? ""
                : ",\"completion_tokens_details\":{\"reasoning_tokens\":" + usage.reasoning() + "}";
        return ",\"prompt_tokens_details\":{\"cached_tokens\":0}" + reasoning;
    }

    private static String deepSeekUsage(Usage usage) {
        return ",\"prompt_cache_hit_tokens\":0,\"prompt_cache_miss_tokens\":" + usage.prompt()
                + ",\"completion_tokens_details\":{\"reasoning_tokens\":" + usage.reasoning() + "}";
    }

    private static String arkUsage(Usage usage) {
        return ",\"prompt_tokens_details\":{\"cached_tokens\":0},\"completion_tokens_details\":{\"reasoning_tokens\":"
                + usage.reasoning() + "}";
    }
}
