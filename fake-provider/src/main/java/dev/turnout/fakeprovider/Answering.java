package dev.turnout.fakeprovider;

import dev.turnout.fakeprovider.rules.AnthropicRules;
import dev.turnout.fakeprovider.rules.ChatRules;
import dev.turnout.fakeprovider.rules.EmbeddingsRules;
import dev.turnout.fakeprovider.rules.Refusal;
import dev.turnout.fakeprovider.rules.ResponsesRules;
import dev.turnout.fakeprovider.rules.gemini.GeminiRules;
import dev.turnout.fakeprovider.rules.gemini.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Answers each path as its vendor does: what he refuses by himself, and then by script. */
final class Answering {

    volatile Script script = new ModelNameScript();
    volatile SearchScript search = SearchPage::usual;
    volatile boolean unknownFields;

    Answer to(ReceivedRequest request) {
        try {
            return switch (Endpoint.of(request)) {
                case MESSAGES ->
                        sound(
                                AnthropicRules.refusals(request.json(), unknownFields),
                                () -> script.answer(request));
                case COUNT_TOKENS ->
                        sound(
                                AnthropicRules.countRefusals(request.json(), unknownFields),
                                () -> json("{\"input_tokens\":" + tokens(request) + "}"));
                case CHAT ->
                        unless(
                                ChatRules.refusals(request.json(), unknownFields),
                                () -> script.answer(request));
                case RESPONSES ->
                        unless(
                                ResponsesRules.refusals(request.json(), unknownFields),
                                () -> script.answer(request));
                case INPUT_TOKENS ->
                        unless(
                                ResponsesRules.countRefusals(request.json(), unknownFields),
                                () -> Answer.json(200, ResponsesWire.inputTokens(tokens(request))));
                case EMBEDDINGS ->
                        unless(
                                EmbeddingsRules.refusals(request.json(), unknownFields),
                                () -> embeddings(request));
                case MODELS -> Answer.json(200, ModelLists.of(Dialect.of(request)));
                case GENERATE_CONTENT, STREAM_GENERATE_CONTENT ->
                        known(
                                request,
                                GeminiRules.violations(request.json(), request.model()),
                                () -> script.answer(request));
                case GEMINI_COUNT_TOKENS ->
                        known(
                                request,
                                GeminiRules.countViolations(request.json(), request.model()),
                                () -> Answer.json(200, GeminiWire.totalTokens(tokens(request))));
                case GEMINI_MODELS ->
                        known(
                                request,
                                List.of(),
                                () -> Answer.json(200, ModelLists.of(Dialect.GEMINI)));
                case SEARCH -> SearchPage.answer(request, search);
                case NONE ->
                        Answer.status(404, "not_found_error", "no such path: " + request.path());
            };
        } catch (RuntimeException e) {
            // A test's script that throws has to be seen by the test, not to hang it.
            return Answer.status(500, "api_error", "the script failed: " + e);
        }
    }

    /** A script that lets a model answer lets this one; its failures are failures here too. */
    private Answer embeddings(ReceivedRequest request) {
        var answer = script.answer(request);
        return answer instanceof Answer.Message
                ? Answer.json(200, Embeddings.answer(request))
                : answer;
    }

    /** Like Anthropic, says the first only. */
    private static Answer sound(List<Refusal> refusals, Supplier<Answer> answer) {
        if (refusals.isEmpty()) {
            return answer.get();
        }
        var first = refusals.getFirst();
        var type = AnthropicErrors.typeOf(first.status());
        return Answer.status(first.status(), type, first.message());
    }

    /** Like OpenAI, says the first only. */
    private static Answer unless(List<Refusal> refusals, Supplier<Answer> answer) {
        if (refusals.isEmpty()) {
            return answer.get();
        }
        var first = refusals.getFirst();
        var kind = new ChatErrors.Kind("invalid_request_error", first.param(), first.code());
        return Answer.json(first.status(), ChatWire.error(kind, first.message()));
    }

    /** Like Google, asks for a key or a token first; a key in the query would stand in logs. */
    private static Answer known(
            ReceivedRequest request, List<Violation> violations, Supplier<Answer> answer) {
        if (request.header("x-goog-api-key").or(() -> request.header("authorization")).isEmpty()) {
            return Answer.status(403, "permission_error", GeminiErrors.UNREGISTERED);
        }
        return violations.isEmpty()
                ? answer.get()
                : Answer.json(400, GeminiWire.refused(violations));
    }

    private static int tokens(ReceivedRequest request) {
        return request.body().length / 4;
    }

    private static Answer json(String body) {
        return Answer.json(200, body.getBytes(StandardCharsets.UTF_8));
    }
}
