package dev.turnout.acceptance.client;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import java.net.URI;

/** The vendors' own SDKs as clients of a gateway, as their users set them up. */
public record Sdks(AnthropicClient anthropic, OpenAIClient openAi) implements AutoCloseable {

    public static Sdks of(URI gateway, String key) {
        return new Sdks(
                AnthropicOkHttpClient.builder()
                        .baseUrl(gateway.toString())
                        .apiKey(key)
                        .maxRetries(0)
                        .build(),
                OpenAIOkHttpClient.builder()
                        .baseUrl(gateway + "/v1")
                        .apiKey(key)
                        .maxRetries(0)
                        .build());
    }

    /** A message that came as a stream, put together by the SDK. */
    public Message streamed(MessageCreateParams request) {
        var message = MessageAccumulator.create();
        try (var stream = anthropic.messages().createStreaming(request)) {
            stream.stream().forEach(message::accumulate);
        }
        return message.message();
    }

    /** A completion that came as a stream, put together by the SDK. */
    public ChatCompletion streamed(ChatCompletionCreateParams request) {
        var completion = ChatCompletionAccumulator.create();
        var withUsage =
                request.toBuilder()
                        .streamOptions(
                                ChatCompletionStreamOptions.builder().includeUsage(true).build())
                        .build();
        try (var stream = openAi.chat().completions().createStreaming(withUsage)) {
            stream.stream().forEach(completion::accumulate);
        }
        return completion.chatCompletion();
    }

    /** A response that came as a stream, put together by the SDK. */
    public Response streamed(ResponseCreateParams request) {
        var response = ResponseAccumulator.create();
        try (var stream = openAi.responses().createStreaming(request)) {
            stream.stream().forEach(response::accumulate);
        }
        return response.response();
    }

    @Override
    public void close() {
        anthropic.close();
        openAi.close();
    }
}
