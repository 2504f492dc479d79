package dev.turnout.fakeprovider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.fakeprovider.grammar.ResponsesGrammar;
import dev.turnout.fakeprovider.rules.Seal;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script says for Messages, it says for OpenAI's Responses too. */
class ResponsesTest {

    private static final String PATH = "/v1/responses";
    private static final String SUMMARIES = "\"reasoning\":{\"summary\":\"auto\"}";

    private final FakeProvider provider = FakeProvider.start();
    private final Client client = Client.of(provider);

    @AfterEach
    void close() {
        client.close();
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-x",
                "fake-blocks",
                "fake-search-3",
                "fake-stream-50x1",
                "fake-stream-1",
                "fake-dribble-1",
                "fake-dribble-3"
            })
    void streamsKeepTheGrammar(String model) throws Exception {
        // When
        var response = post(streamed(model));

        // Then
        assertThat(response.headers().firstValue("content-type"))
                .hasValue("text/event-stream; charset=utf-8");
        assertThat(response.headers().firstValue("x-request-id")).isPresent();
        assertThat(ResponsesGrammar.violations(response.body())).isEmpty();
        assertThat(ResponsesGrammar.promptTokens(response.body())).isEqualTo(66);
        assertThat(provider.requests().getFirst().sent()).isEqualTo(response.body());
    }

    @Test
    void eventsComeInTheOrderOfTheVendor() throws Exception {
        // When
        var response = post(with("fake-blocks", "\"stream\":true," + SUMMARIES));

        // Then
        assertThat(text(response).lines().filter(line -> line.startsWith("event: ")).distinct())
                .containsExactly(
                        "event: response.created",
                        "event: response.in_progress",
                        "event: response.output_item.added",
                        "event: response.reasoning_summary_part.added",
                        "event: response.reasoning_summary_text.delta",
                        "event: response.reasoning_summary_text.done",
                        "event: response.reasoning_summary_part.done",
                        "event: response.output_item.done",
                        "event: response.content_part.added",
                        "event: response.output_text.delta",
                        "event: response.output_text.done",
                        "event: response.content_part.done",
                        "event: response.function_call_arguments.delta",
                        "event: response.function_call_arguments.done",
                        "event: response.completed");
        assertThat(text(response))
                .containsSubsequence(
                        "\"sequence_number\":0",
                        "\"encrypted_content\":null",
                        "\"delta\":\"The user \"",
                        "\"encrypted_content\":\"gAAAAA",
                        "\"delta\":\"«0»\"",
                        "\"delta\":\"{\\\"city\\\": \\\"Zür\"",
                        "\"usage\":{\"input_tokens\":66")
                .doesNotContain("[DONE]");
    }

    @Test
    void aResponseIsOneJsonDocument() throws Exception {
        // When
        var response = post(with("fake-blocks", SUMMARIES));

        // Then
        assertThat(response.headers().firstValue("content-type")).hasValue("application/json");
        var document = Client.json(response);
        assertThat(document.at("/object").asText()).isEqualTo("response");
        assertThat(document.at("/status").asText()).isEqualTo("completed");
        assertThat(document.at("/reasoning/summary").asText()).isEqualTo("auto");
        var reasoning = document.at("/output/0");
        assertThat(reasoning.at("/id").asText()).startsWith("rs_");
        assertThat(reasoning.at("/summary/0/text").asText()).isEqualTo("The user wants ☀ or ☔.");
        assertThat(reasoning.at("/encrypted_content").asText())
                .isEqualTo(Seal.ENCRYPTED_CONTENT.of("c2lnbmF0dXJl"));
        assertThat(NumberedTokens.count(document.at("/output/1/content/0/text").asText()))
                .isEqualTo(5);
        var call = document.at("/output/2");
        assertThat(call.at("/call_id").asText()).isEqualTo("toolu_01FakeProviderTool0001");
        assertThat(Json.tree(call.at("/arguments").asText()).at("/city").asText())
                .isEqualTo("Zürich");
        assertThat(document.at("/usage/input_tokens_details/cached_tokens").asInt()).isEqualTo(33);
        assertThat(document.at("/usage/output_tokens_details/reasoning_tokens").asInt())
                .isEqualTo(2);
        assertThat(document.at("/usage/total_tokens").asInt()).isEqualTo(110);
    }

    @Test
    void whoAsksForNoSummaryGetsNone() throws Exception {
        // When
        var document = Client.json(post(body("fake-blocks")));

        // Then
        assertThat(document.at("/output/0/summary")).isEmpty();
        assertThat(document.at("/output/0/encrypted_content").asText()).isNotEmpty();
    }

    @Test
    void whatComesBackIsTaken() throws Exception {
        // Given
        var first = Client.json(post(body("fake-blocks"))).path("output");
        var answer =
                Json.tree(
                        "{\"type\":\"function_call_output\",\"output\":\"ok\","
                                + "\"call_id\":\"toolu_01FakeProviderTool0001\"}");
        var loop = "[%s,%s,%s,%s".formatted(first.get(0), first.get(1), first.get(2), answer);

        // When
        var second = post(input(loop + "]"));
        var again = Client.json(second).path("output");
        var third =
                post(
                        input(
                                "%s,%s,%s,%s,%s]"
                                        .formatted(
                                                loop,
                                                again.get(0),
                                                again.get(1),
                                                again.get(2),
                                                answer)));

        // Then
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(third.statusCode()).as(text(third)).isEqualTo(200);
    }

    @Test
    void aSearchOfTheVendorsIsCited() throws Exception {
        // When
        var asked =
                "\"tools\":[{\"type\":\"web_search\"}],"
                        + "\"include\":[\"web_search_call.action.sources\"]";
        var document = Client.json(post(with("fake-search-2", asked)));

        // Then
        var search = document.at("/output/0");
        assertThat(search.at("/type").asText()).isEqualTo("web_search_call");
        assertThat(search.at("/action/query").asText()).isEqualTo("turnout railway switch");
        assertThat(search.at("/action/sources")).hasSize(2);
        var citations = document.at("/output/1/content/0/annotations");
        assertThat(citations).hasSize(2);
        assertThat(citations.at("/1/type").asText()).isEqualTo("url_citation");
        assertThat(citations.at("/1/url").asText()).isEqualTo("https://example.com/result/2");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "end_turn,          completed,  null,              null,         completed",
                "max_tokens,        incomplete, max_output_tokens, null,         incomplete",
                "max_output_tokens, incomplete, max_output_tokens, null,         incomplete",
                "refusal,           incomplete, content_filter,    null,         completed",
                "server_error,      failed,     null,              server_error, completed"
            })
    void stopReasonsAreStatuses(
            String stopReason, String status, String reason, String failure, String item)
            throws Exception {
        // Given
        var text = new Block.Text(List.of("hi"));
        var reply = new Reply("m", List.of(text), stopReason, new Reply.Usage(1, 0, 0, 1));
        provider.answer(request -> Answer.to(request, reply));

        // When
        var document = Client.json(post(body("m")));
        var stream = post(streamed("m"));

        // Then
        assertThat(document.path("status").asText()).isEqualTo(status);
        assertThat(document.at("/incomplete_details/reason").textValue()).isEqualTo(reason);
        assertThat(document.at("/error/code").textValue()).isEqualTo(failure);
        assertThat(document.at("/output/0/status").asText()).isEqualTo(item);
        assertThat(ResponsesGrammar.violations(stream.body())).isEmpty();
        assertThat(text(stream)).contains("event: response." + status);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "401, invalid_request_error, invalid_api_key",
                "403, permission_error,      null",
                "429, requests,              rate_limit_exceeded",
                "503, server_error,          null"
            })
    void aStatusHasOpenAisBody(int status, String type, String code) throws Exception {
        // When
        var response = post(streamed("fake-status-" + status));

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
        var error = Client.json(response).path("error");
        assertThat(error.path("type").asText()).isEqualTo(type);
        assertThat(error.path("code").textValue()).isEqualTo(code);
        assertThat(response.headers().firstValue("retry-after").isPresent())
                .isEqualTo(status == 429);
    }

    @Test
    void aPromptCanBeTooLong() throws Exception {
        // When
        var response = post(streamed("fake-too-long-128000"));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        var error = Client.json(response).path("error");
        assertThat(error.path("code").asText()).isEqualTo("context_length_exceeded");
        assertThat(error.path("param").asText()).isEqualTo("input");
        assertThat(error.path("message").asText())
                .startsWith("Your input exceeds the context window of this model.");
    }

    @Test
    void anErrorCanBeTheFirstEvent() throws Exception {
        // When
        var response = post(streamed("fake-first-event-error"));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(text(response))
                .startsWith(
                        "event: error\ndata: {\"type\":\"error\",\"sequence_number\":0,"
                                + "\"code\":\"server_error\"");
        assertThat(ResponsesGrammar.violations(response.body())).isEmpty();
    }

    @Test
    void aCleanEndMissesTheRest() throws Exception {
        // When
        var response = post(streamed("fake-end-4"));

        // Then
        assertThat(ResponsesGrammar.violations(response.body()))
                .containsExactly("rule 7: the stream has no last event (event 4)");
    }

    @Test
    void aCutIsAResetBehindTheEvents() throws Exception {
        try (var socket = client.open(PATH, streamed("fake-cut-7"))) {
            // When
            var seen = Client.readUntil(socket.getInputStream(), "«2»");

            // Then
            assertThat(seen).contains("response.created").doesNotContain("«3»");
            assertThatThrownBy(() -> socket.getInputStream().readAllBytes())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake-hang", "fake-stall-0", "fake-stall-4", "fake-stream-1000x60000"})
    void aClientThatLeavesIsSeen(String model) throws Exception {
        // Given
        var received = provider.next(request -> request.model().equals(model));
        var socket = client.open(PATH, streamed(model));
        var request = received.get(5, TimeUnit.SECONDS);

        // When
        socket.close();

        // Then
        assertThat(request.clientLeft().get(5, TimeUnit.SECONDS)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "\"input\":\"hi\",\"max_tokens\":9 | 400 | max_tokens | unknown_parameter",
                "\"input\":\"hi\",\"max_output_tokens\":9 | 400 | max_output_tokens"
                        + " | integer_below_min_value",
                "\"input\":\"hi\",\"previous_response_id\":\"resp_1\" | 400"
                        + " | previous_response_id | previous_response_not_found",
                "\"input\":[{\"type\":\"item_reference\",\"id\":\"msg_1\"}] | 404 | input"
                        + " | null"
            })
    void whatTheVendorRefusesReachesNoScript(String fields, int status, String param, String code)
            throws Exception {
        // Given
        provider.answer(request -> new Answer.Hang());

        // When
        var response = post("{\"model\":\"m\",%s}".formatted(fields));

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
        var error = Client.json(response).path("error");
        assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.path("param").asText()).isEqualTo(param);
        assertThat(error.path("code").textValue()).isEqualTo(code);
    }

    @Test
    void aVendorCanBeLenient() throws Exception {
        // Given
        provider.allowUnknownFields();

        // When
        var lenient = post(with("m", "\"top_k\":4"));
        provider.forget();

        // Then
        assertThat(lenient.statusCode()).isEqualTo(200);
        assertThat(post(with("m", "\"top_k\":4")).statusCode()).isEqualTo(400);
    }

    @Test
    void tokensAreCounted() throws Exception {
        // When
        var count = Client.json(client.post(PATH + "/input_tokens", with("m", "\"tools\":[]")));
        var refused = client.post(PATH + "/input_tokens", streamed("m"));

        // Then
        assertThat(count.path("object").asText()).isEqualTo("response.input_tokens");
        assertThat(count.path("input_tokens").asInt()).isPositive();
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    private static String body(String model) {
        return with(model, "\"stream\":false");
    }

    private static String streamed(String model) {
        return with(model, "\"stream\":true");
    }

    private static String with(String model, String field) {
        return "{\"model\":\"%s\",\"input\":[{\"role\":\"user\",\"content\":\"hi\"}],%s}"
                .formatted(model, field);
    }

    private static String input(String items) {
        return "{\"model\":\"fake-blocks\",\"input\":%s}".formatted(items);
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> post(String body) throws IOException, InterruptedException {
        return client.post(PATH, body);
    }
}
