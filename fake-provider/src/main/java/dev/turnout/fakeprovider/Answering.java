package dev.turnout.fakeprovider;

import dev.turnout.fakeprovider.rules.ChatRules;
import dev.turnout.fakeprovider.rules.EmbeddingsRules;
import dev.turnout.fakeprovider.rules.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers each path as its vendor does: what he refuses by himself, and then by script. */
final class Answering {

    volatile Script script = new ModelNameScript();
    volatile SearchScript search = SearchPage::usual;
    volatile boolean unknownFields;

    Answer to(ReceivedRequest request) {
        try {
            return switch (Endpoint.of(request)) {
                case MESSAGES -> script.answer(request);
                case COUNT_TOKENS -> json("{\"input_tokens\":" + request.body().length / 4 + "}");
                case CHAT -> {
                    var refusals = ChatRules.refusals(request.json(), unknownFields);
                    yield refusals.isEmpty() ? script.answer(request) : refused(refusals);
                }
                case EMBEDDINGS -> {
                    var refusals = EmbeddingsRules.refusals(request.json(), unknownFields);
                    yield refusals.isEmpty() ? embeddings(request) : refused(refusals);
                }
                case MODELS -> Answer.json(200, ModelLists.of(Dialect.of(request)));
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

    /** Like the vendor, says the first only. */
    private static Answer refused(List<Refusal> refusals) {
        var first = refusals.getFirst();
        var kind = new ChatErrors.Kind("invalid_request_error", first.param(), first.code());
        return Answer.json(400, ChatWire.error(kind, first.message()));
    }

    private static Answer json(String body) {
        return Answer.json(200, body.getBytes(StandardCharsets.UTF_8));
    }
}
