package io.mapwright.deploy.simulator.provider;

import io.mapwright.deploy.simulator.limit.Dimension;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The providers that are played, where they listen and what they count. */
public enum Provider {
    DASHSCOPE(
            "dashscope",
            List.of("/dashscope/compatible-mode/v1"),
            "(?i)(qwen|qwq|qvq|deepseek|kimi|moonshot|glm|minimax|siliconflow/|tongyi|farui).*",
            Counting.USED,
            List.of(
                    "qwen-plus",
                    "qwen-turbo",
                    "qwen-max",
                    "qwen-flash",
                    "deepseek-v3.1",
                    "deepseek-v3.2",
                    "Moonshot-Kimi-K2-Instruct",
                    "kimi-k2-thinking")),
    DEEPSEEK(
            "deepseek",
            List.of("/deepseek", "/deepseek/v1"),
            "deepseek-.*",
            Counting.USED,
            List.of("deepseek-v4-pro", "deepseek-v4-flash", "deepseek-chat", "deepseek-reasoner")),
    MOONSHOT(
            "moonshot",
            List.of("/moonshot/v1"),
            "(kimi|moonshot)-.*",
            Counting.PROMPT_AND_MAXIMUM,
            List.of(
                    "kimi-k2-0905-preview",
                    "kimi-k2-turbo-preview",
                    "kimi-latest",
                    "moonshot-v1-8k",
                    "moonshot-v1-32k")),
    HUNYUAN(
            "hunyuan",
            List.of("/hunyuan/v1"),
            "hunyuan-.*",
            Counting.USED,
            List.of("hunyuan-turbos-latest", "hunyuan-turbo", "hunyuan-lite", "hunyuan-t1-latest")),
    ARK(
            "ark",
            List.of("/ark/api/v3"),
            "(doubao|ep|deepseek|kimi)-.*",
            Counting.USED,
            List.of("doubao-1-5-pro-32k-250115", "doubao-seed-1-6-250615", "deepseek-v3-250324", "kimi-k2-250905")),
    OPENAI(
            "openai",
            List.of("/openai/v1"),
            "(?!no-such).*",
            Counting.USED,
            List.of("gpt-x", "gpt-x-mini", "local-model")),
    DIFY("dify", List.of("/dify/v1"), ".*", Counting.USED, List.of()),
    OMNI("omni", List.of(), "(?i)qwen.*omni.*", Counting.USED, List.of());

    private static final List<Dimension> ORDER = List.of(
            Dimension.CONCURRENCY,
            Dimension.REQUESTS_PER_MINUTE,
            Dimension.REQUESTS_PER_SECOND,
            Dimension.BURST,
            Dimension.TOKENS_PER_MINUTE,
            Dimension.TOKENS_PER_SECOND,
            Dimension.TOKENS_PER_DAY);

    private final String key;
    private final List<String> paths;
    private final Pattern models;
    private final Counting counting;
    private final List<String> listed;

    Provider(String key, List<String> paths, String models, Counting counting, List<String> listed) {
        this.key = key;
        this.paths = paths;
        this.models = Pattern.compile(models);
        this.counting = counting;
        this.listed = listed;
    }

    /** The name in settings, faults and statistics. */
    public String key() {
        return key;
    }

    /** Base paths under which the provider answers. */
    public List<String> paths() {
        return paths;
    }

    /** What it lists as its models; others whose name {@linkplain #knows fits} work too. */
    public List<String> listedModels() {
        return listed;
    }

    public boolean knows(String model) {
        return models.matcher(model).matches();
    }

    public Counting counting() {
        return counting;
    }

    /** The order in which it looks at its limits. */
    public List<Dimension> order() {
        return ORDER;
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(Provider::key).toList();
    }

    /** How tokens are charged. */
    public enum Counting {
        /** The prompt as it arrives, prompt and answer once it ended. */
        USED,
        /** Prompt and {@code max_tokens} as it arrives, nothing given back. */
        PROMPT_AND_MAXIMUM
    }
}
