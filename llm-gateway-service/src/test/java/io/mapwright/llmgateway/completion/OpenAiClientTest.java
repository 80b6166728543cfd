package io.mapwright.llmgateway.completion;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessage;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import io.mapwright.llmgateway.GatewayTest;
import io.mapwright.llmgateway.Stage;
import io.mapwright.testkit.TestTokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The official OpenAI client, pointed at the gateway. */
@GatewayTest
class OpenAiClientTest {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    private OpenAIClient client;

    @BeforeEach
    void connect() {
        Stage.heal();
        client = client(TestTokens.user("42").organization("7").token());
    }

    @AfterEach
    void close() {
        Stage.heal();
        client.close();
    }

    @Test
    void chats() {
        ChatCompletion answer = client.chat()
                .completions()
                .create(hello("qwen").temperature(0.3).maxCompletionTokens(200).build());

        assertThat(answer.choices().get(0).message().content()).get().asString().isNotBlank();
        assertThat(answer.usage())
                .get()
                .extracting(usage -> usage.totalTokens())
                .isNotEqualTo(0L);
    }

    @Test
    void streams() {
        ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
        ChatCompletionCreateParams asked = hello("kimi")
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();

        try (var stream = client.chat().completions().createStreaming(asked)) {
            stream.stream().forEach(whole::accumulate);
        }

        ChatCompletion answer = whole.chatCompletion();
        assertThat(answer.choices().get(0).message().content()).get().asString().isNotBlank();
        assertThat(answer.usage()).isPresent();
    }

    @Test
    void callsTools() {
        ChatCompletionMessage message = client.chat()
                .completions()
                .create(hello("qwen").addFunctionTool(weather()).build())
                .choices()
                .get(0)
                .message();

        assertThat(toolsCalled(message)).containsExactly("get_weather");
    }

    @Test
    void answersAfterATool() {
        ChatCompletionMessage call = client.chat()
                .completions()
                .create(hello("deepseek").addFunctionTool(weather()).build())
                .choices()
                .get(0)
                .message();
        ChatCompletionCreateParams second = hello("deepseek")
                .addFunctionTool(weather())
                .addMessage(call)
                .addMessage(ChatCompletionToolMessageParam.builder()
                        .toolCallId(call.toolCalls()
                                .orElseThrow()
                                .get(0)
                                .asFunction()
                                .id())
                        .content("sunny")
                        .build())
                .build();

        ChatCompletion answer = client.chat().completions().create(second);

        assertThat(answer.choices().get(0).message().content()).get().asString().isNotBlank();
    }

    @Test
    void mergesToolCallsThatAreStreamed() {
        ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();

        try (var stream = client.chat()
                .completions()
                .createStreaming(hello("kimi").addFunctionTool(weather()).build())) {
            stream.stream().forEach(whole::accumulate);
        }

        assertThat(toolsCalled(whole.chatCompletion().choices().get(0).message()))
                .containsExactly("get_weather");
    }

    @Test
    void getsSeveralChoicesTheSameBySeedAndCutAtAWord() {
        ChatCompletionCreateParams asked = hello("qwen")
                .n(2)
                .putAdditionalBodyProperty("seed", JsonValue.from(11))
                .build();

        ChatCompletion first = client.chat().completions().create(asked);
        ChatCompletion second = client.chat().completions().create(asked);
        ChatCompletion cut =
                client.chat().completions().create(hello("qwen").stop("frog").build());

        assertThat(first.choices()).hasSize(2);
        assertThat(text(first)).isEqualTo(text(second));
        assertThat(text(cut)).doesNotContain("frog");
    }

    @Test
    void streamsAnErrorAsAnException() {
        Stage.fault(Map.of(
                "kind", "error_mid_stream", "provider", "dashscope", "after_chunks", 2, "code", "internal_error"));

        assertThatThrownBy(() -> {
                    try (var stream = client.chat()
                            .completions()
                            .createStreaming(hello("qwen").build())) {
                        stream.stream().forEach(chunk -> {});
                    }
                })
                .isInstanceOf(OpenAIException.class);
    }

    private static FunctionDefinition weather() {
        return FunctionDefinition.builder()
                .name("get_weather")
                .parameters(FunctionParameters.builder()
                        .putAdditionalProperty("type", JsonValue.from("object"))
                        .putAdditionalProperty("properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
                        .build())
                .build();
    }

    private static List<String> toolsCalled(ChatCompletionMessage message) {
        return message.toolCalls().orElseThrow().stream()
                .map(call -> call.asFunction().function().name())
                .toList();
    }

    private static String text(ChatCompletion answer) {
        return answer.choices().get(0).message().content().orElse("");
    }

    @Test
    void listsModels() {
        List<String> ids =
                client.models().list().data().stream().map(model -> model.id()).toList();

        assertThat(ids).contains("qwen", "qwen-turbo", "deepseek", "kimi", "doubao", "hunyuan");
        assertThat(client.models().retrieve("qwen").ownedBy()).isEqualTo("mapwright");
    }

    @Test
    void understandsTheErrors() {
        assertThatThrownBy(
                        () -> client.chat().completions().create(hello("gpt-9").build()))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("qwen-turbo");
        assertThatThrownBy(() ->
                        client.chat().completions().create(hello("hunyuan").n(2).build()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("n");
        OpenAIClient stranger = client("rubbish");
        assertThatThrownBy(() -> stranger.models().list()).isInstanceOf(UnauthorizedException.class);
        stranger.close();
    }

    private static ChatCompletionCreateParams.Builder hello(String model) {
        return ChatCompletionCreateParams.builder().model(model).addUserMessage("Tell me about frogs");
    }

    private OpenAIClient client(String token) {
        return OpenAIOkHttpClient.builder()
                .baseUrl("http://localhost:" + port + "/v1")
                .apiKey(token)
                .maxRetries(0)
                .build();
    }
}
