package dev.turnout.adapter.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.adapter.Asked;
import dev.turnout.contracts.ProblemCode;
import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyHandlingTest {

    private static final Asked STREAM = Asked.of("fake/m");

    @ParameterizedTest
    @CsvSource({
        "stream,  200, text/event-stream,                Relayed",
        "stream,  200, Text/Event-Stream; charset=utf-8, Relayed",
        "stream,  200, application/json,                 Explained",
        "stream,  200, text/html,                        Explained",
        "stream,  200, '',                               Explained",
        "message, 200, application/json,                 Relayed",
        "message, 200, application/json; charset=utf-8,  Relayed",
        "message, 200, application/vnd.x+json,           Relayed",
        "message, 200, text/event-stream,                Unusable",
        "message, 200, text/html,                        Explained",
        "count,   200, application/json,                 Relayed",
        "count,   200, text/html,                        Explained",
        "stream,  400, application/json,                 Relayed",
        "stream,  404, application/json,                 Relayed",
        "count,   404, application/json,                 Relayed",
        "stream,  404, text/html,                        Explained",
        "stream,  401, application/json,                 Explained",
        "stream,  429, application/json,                 Explained",
        "stream,  529, application/json,                 Explained",
        "stream,  302, text/html,                        Explained",
        "stream,  204, '',                               Explained"
    })
    void dependsOnWhatWasAskedFor(String asked, int status, String type, String taken) {
        var call =
                switch (asked) {
                    case "stream" -> STREAM;
                    case "message" -> STREAM.withoutStream();
                    default -> STREAM.counting();
                };
        var headers = MultiMap.caseInsensitiveMultiMap().add("content-type", type);

        var handling = ReplyHandling.of(call.call(), status, headers);

        assertThat(handling.getClass().getSimpleName()).isEqualTo(taken);
    }

    @Test
    void whatIsCompressedInAWayThatNobodyKnowsIsUnusable() {
        var headers =
                MultiMap.caseInsensitiveMultiMap()
                        .add("content-type", "text/event-stream")
                        .add("content-encoding", "zzz");

        assertThat(ReplyHandling.compressed(STREAM.call(), headers))
                .get()
                .isInstanceOfSatisfying(
                        ReplyHandling.Unusable.class,
                        unusable ->
                                assertThat(unusable.problem().code())
                                        .isEqualTo(ProblemCode.PROVIDER_FAILED));
    }

    @Test
    void anAnswerWithoutContentTypeIsNoAnswer() {
        assertThat(ReplyHandling.of(STREAM.call(), 200, MultiMap.caseInsensitiveMultiMap()))
                .isEqualTo(new ReplyHandling.Explained());
    }
}
