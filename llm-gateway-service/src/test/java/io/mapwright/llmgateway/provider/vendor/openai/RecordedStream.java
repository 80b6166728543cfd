package io.mapwright.llmgateway.provider.vendor.openai;

import io.mapwright.llmgateway.provider.Usage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    ARK("Hello!", new Usage(19, 9, 0, 0), """
            data: {"choices":[{"delta":{"content":"Hello","role":"assistant"},"index":0}],"created":1742632436,"id":"0217","model":"doubao-1-5-pro-32k-250115","service_tier":"default","object":"chat.completion.chunk","usage":null}

            data: {"choices":[{"delta":{"content":"!","role":"assistant"},"index":0}],"created":1742632436,"id":"0217","model":"doubao-1-5-pro-32k-250115","service_tier":"default","object":"chat.completion.chunk","usage":null}

            data: {"choices":[{"delta":{"content":"","role":"assistant"},"finish_reason":"stop","index":0}],"created":1742632436,"id":"0217","model":"doubao-1-5-pro-32k-250115","service_tier":"default","object":"chat.completion.chunk","usage":null}

            data: {"choices":[],"created":1742632436,"id":"0217","model":"doubao-1-5-pro-32k-250115","service_tier":"default","object":"chat.completion.chunk","usage":{"completion_tokens":9,"prompt_tokens":19,"total_tokens":28,"prompt_tokens_details":{"cached_tokens":0}}}

            data: [DONE]

            """),
    OPENAI("Hi", new Usage(19, 10, 2, 1), """
            data: {"id":"chatcmpl-123","object":"chat.completion.chunk","created":1694268190,"model":"gpt-x","system_fingerprint":"fp_1","choices":[{"index":0,"delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null}],"usage":null}

            data: {"id":"chatcmpl-123","object":"chat.completion.chunk","created":1694268190,"model":"gpt-x","choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}],"usage":null}

            data: {"id":"chatcmpl-123","object":"chat.completion.chunk","created":1694268190,"model":"gpt-x","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":null}

            data: {"id":"chatcmpl-123","object":"chat.completion.chunk","created":1694268190,"model":"gpt-x","choices":[],"usage":{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29,"prompt_tokens_details":{"cached_tokens":2,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":1}}}

            data: [DONE]

            """),
    TWO_TOOL_CALLS("a{}b{\"x\":1}", "tool_calls", new Usage(7, 6, 0, 0), """
            data: {"id":"c2","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"a","arguments":"{}"}}]},"finish_reason":null}]}

            data: {"id":"c2","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"call_2","type":"function","function":{"name":"b","arguments":"{\\"x\\":"}}]},"finish_reason":null}]}

            data: {"id":"c2","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"function":{"arguments":"1}"}}]},"finish_reason":null}]}

            data: {"id":"c2","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":7,"completion_tokens":6,"total_tokens":13}}

            data: [DONE]

            """),
    NATIVE_FRAMING("你好！", new Usage(114, 5, 0, 0), """
            id:1
            event:result
            :HTTP_STATUS/200
            data:{"choices":[{"delta":{"content":"你好！","role":"assistant"},"finish_reason":"null","index":0}],"usage":{"total_tokens":116,"input_tokens":114,"output_tokens":2},"request_id":"71689cfc"}

            id:2
            event:result
            :HTTP_STATUS/200
            data:{"choices":[{"delta":{"content":"","role":"assistant"},"finish_reason":"stop","index":0}],"usage":{"total_tokens":119,"input_tokens":114,"output_tokens":5},"request_id":"71689cfc"}

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

    /** The same stream in another framing that must make no difference. */
    byte[] framed(Framing framing) {
        String other =
                switch (framing) {
                    case AS_IT_IS -> wire;
                    case WINDOWS -> wire.replace("\n", "\r\n");
                    case OLD_MAC -> wire.replace("\n", "\r");
                    case HEARTBEATS -> ": keep-alive\n\n\n" + wire.replace("\n\n", "\n\n: keep-alive\n\n\n\n");
                    case PINGS -> wire.replace("\n\n", "\n\nevent: ping\n\n");
                    case NO_BLANKS -> wire.replace("data: ", "data:");
                    case NO_DONE -> wire.replace("data: [DONE]\n\n", "");
                    case NO_LAST_BLANK_LINE -> wire.stripTrailing();
                    case BYTE_ORDER_MARK -> "\uFEFF" + wire;
                };
        return other.getBytes(StandardCharsets.UTF_8);
    }

    /** Ways to frame the same events. */
    enum Framing {
        AS_IT_IS,
        WINDOWS,
        OLD_MAC,
        HEARTBEATS,
        PINGS,
        NO_BLANKS,
        NO_DONE,
        NO_LAST_BLANK_LINE,
        BYTE_ORDER_MARK
    }

    /** The first events of the stream, and then an error instead of the rest. */
    byte[] brokenAfter(int events) {
        String head = Arrays.stream(wire.split("\n\n"))
                .limit(Math.min(events, wire.split("\n\n").length - 2))
                .map(event -> event + "\n\n")
                .collect(Collectors.joining());
        String error = "data: {\"error\":{\"message\":\"slow down\",\"code\":\"limit_requests\"}}\n\n";
        return (head + error).getBytes(StandardCharsets.UTF_8);
    }

    /** Lines of JSON as a stream of events. */
    static byte[] framed(String lines) {
        return lines.lines()
                .map(line -> "data: " + line + "\n\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
