package io.mapwright.llmgateway.provider.vendor.openai;

import io.mapwright.llmgateway.provider.Usage;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;

/** One stream per vendor, in its framing and with usage in its place. */
enum RecordedStream {
    DASHSCOPE("你好，世界", new Usage(22, 17, 0, 0), """
            data: {"choices":[{"delta":{"content":"","role":"assistant"},"index":0,"logprobs":null,"finish_reason":null}],"object":"chat.completion.chunk","usage":null,"created":1726132850,"system_fingerprint":null,"model":"qwen-plus","id":"chatcmpl-428b"}

            data: {"choices":[{"finish_reason":null,"delta":{"content":"你好"},"index":0,"logprobs":null}],"object":"chat.completion.chunk","usage":null,"created":1726132850,"system_fingerprint":null,"model":"qwen-plus","id":"chatcmpl-428b"}

            data: {"choices":[{"finish_reason":null,"delta":{"content":"，世界"},"index":0,"logprobs":null}],"object":"chat.completion.chunk","usage":null,"created":1726132850,"system_fingerprint":null,"model":"qwen-plus","id":"chatcmpl-428b"}

            data: {"choices":[{"finish_reason":"stop","delta":{"content":""},"index":0,"logprobs":null}],"object":"chat.completion.chunk","usage":null,"created":1726132850,"system_fingerprint":null,"model":"qwen-plus","id":"chatcmpl-428b"}

            data: {"choices":[],"object":"chat.completion.chunk","usage":{"prompt_tokens":22,"completion_tokens":17,"total_tokens":39},"created":1726132850,"system_fingerprint":null,"model":"qwen-plus","id":"chatcmpl-428b"}

            data: [DONE]

            """),
    DEEPSEEK("Hello", new Usage(17, 9, 3, 2), """
            data: {"id": "1f63", "choices": [{"index": 0, "delta": {"content": "", "role": "assistant"}, "finish_reason": null, "logprobs": null}], "created": 1718345013, "model": "deepseek-v4-pro", "system_fingerprint": "fp_a49d71b8a1", "object": "chat.completion.chunk", "usage": null}

            : keep-alive

            : keep-alive

            data: {"choices": [{"delta": {"content": "Hello", "role": "assistant"}, "finish_reason": null, "index": 0, "logprobs": null}], "created": 1718345013, "id": "1f63", "model": "deepseek-v4-pro", "object": "chat.completion.chunk", "system_fingerprint": "fp_a49d71b8a1"}

            data: {"choices": [{"delta": {"content": "", "role": null}, "finish_reason": "stop", "index": 0, "logprobs": null}], "created": 1718345013, "id": "1f63", "model": "deepseek-v4-pro", "object": "chat.completion.chunk", "system_fingerprint": "fp_a49d71b8a1", "usage": {"completion_tokens": 9, "prompt_tokens": 17, "total_tokens": 26, "prompt_cache_hit_tokens": 3, "prompt_cache_miss_tokens": 14, "completion_tokens_details": {"reasoning_tokens": 2}}}

            data: [DONE]

            """),
    KIMI("你好", new Usage(19, 13, 0, 0), """
            data: {"id":"cmpl-1305","object":"chat.completion.chunk","created":1698999575,"model":"kimi-k2-turbo-preview","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}

            data: {"id":"cmpl-1305","object":"chat.completion.chunk","created":1698999575,"model":"kimi-k2-turbo-preview","choices":[{"index":0,"delta":{"content":"你好"},"finish_reason":null}]}

            data: {"id":"cmpl-1305","object":"chat.completion.chunk","created":1698999575,"model":"kimi-k2-turbo-preview","choices":[{"index":0,"delta":{},"finish_reason":"stop","usage":{"prompt_tokens":19,"completion_tokens":13,"total_tokens":32}}]}

            data: [DONE]

            """),
    HUNYUAN("为您查询", new Usage(3, 12, 0, 0), """
            data: {"id":"939f","object":"chat.completion.chunk","created":1741000456,"model":"hunyuan-turbo","system_fingerprint":"","choices":[{"index":0,"delta":{"role":"assistant","content":"为您"},"finish_reason":null}],"note":"以上内容为AI生成"}

            data: {"id":"939f","object":"chat.completion.chunk","created":1741000456,"model":"hunyuan-turbo","system_fingerprint":"","choices":[{"index":0,"delta":{"role":"assistant","content":"查询"},"finish_reason":null}],"note":"…"}

            data: {"id":"939f","object":"chat.completion.chunk","created":1741000456,"model":"hunyuan-turbo","system_fingerprint":"","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":"stop"}],"note":"…","usage":{"prompt_tokens":3,"completion_tokens":12,"total_tokens":15}}

            data: [DONE]

            """),
    ARK_CUMULATIVE("Hello!", new Usage(19, 9, 4, 0), """
            data: {"choices":[{"delta":{"content":"Hello","role":"assistant"},"index":0}],"created":1742632436,"id":"0217","model":"doubao-1-5-pro-32k-250115","service_tier":"default","object":"chat.completion.chunk","usage":{"completion_tokens":5,"prompt_tokens":19,"total_tokens":24,"prompt_tokens_details":{"cached_tokens":4}}}

            data: {"choices":[{"delta":{"content":"!","role":"assistant"},"index":0}],"created":1742632436,"id":"0217","model":"doubao-1-5-pro-32k-250115","service_tier":"default","object":"chat.completion.chunk","usage":{"completion_tokens":8,"prompt_tokens":19,"total_tokens":27,"prompt_tokens_details":{"cached_tokens":4}}}

            data: {"choices":[{"delta":{"content":"","role":"assistant"},"finish_reason":"stop","index":0}],"created":1742632436,"id":"0217","model":"doubao-1-5-pro-32k-250115","service_tier":"default","object":"chat.completion.chunk","usage":{"completion_tokens":9,"prompt_tokens":19,"total_tokens":28,"prompt_tokens_details":{"cached_tokens":4}}}

            data: [DONE]

            """),
    TOOL_CALL("get_weather{\"city\":\"Paris\"}", "tool_calls", new Usage(19, 10, 0, 0), """
            data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_abc","type":"function","function":{"name":"get_weather","arguments":""}}]},"finish_reason":null}],"usage":null}

            data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"","function":{"arguments":"{\\"city\\":"}}]},"finish_reason":null}],"usage":null}

            data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\\"Paris\\"}"}}]},"finish_reason":null}],"usage":null}

            data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}],"usage":null}

            data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29}}

            data: [DONE]

            """),
    THINKING("想一想答案", new Usage(5, 8, 0, 6), """
            data: {"id":"t1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":null,"reasoning_content":"想一想"},"finish_reason":null}],"usage":null}

            data: {"id":"t1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":"答案","reasoning_content":null},"finish_reason":null}],"usage":null}

            data: {"id":"t1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"content":""},"finish_reason":"stop"}],"usage":null}

            data: {"id":"t1","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":5,"completion_tokens":8,"total_tokens":13,"completion_tokens_details":{"reasoning_tokens":6}}}

            data: [DONE]

            """);

    private final String text;
    private final String finish;
    private final Usage usage;
    private final String wire;

    RecordedStream(String text, Usage usage, String wire) {
        this(text, "stop", usage, wire);
    }

    RecordedStream(String text, String finish, Usage usage, String wire) {
        this.text = text;
        this.finish = finish;
        this.usage = usage;
        this.wire = wire;
    }

    String text() {
        return text;
    }

    String finish() {
        return finish;
    }

    Optional<Usage> usage() {
        return Optional.of(usage);
    }

    byte[] bytes() {
        return wire.getBytes(StandardCharsets.UTF_8);
    }

    byte[] withWindowsLineEnds() {
        return wire.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Lines of JSON as a stream of events. */
    static byte[] framed(String lines) {
        return lines.lines()
                .map(line -> "data: " + line + "\n\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
