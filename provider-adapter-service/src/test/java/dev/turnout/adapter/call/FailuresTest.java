package dev.turnout.adapter.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.adapter.Listener;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.fakeprovider.Answer;
import dev.turnout.fakeprovider.FakeProvider;
import dev.turnout.fakeprovider.Header;
import dev.turnout.fakeprovider.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong is told as a problem, before the head or after it. */
class FailuresTest {

    private final FakeProvider upstream = FakeProvider.start();
    private final Adapter adapter = new Adapter();

    @BeforeEach
    void configure() {
        adapter.with(Configured.provider(upstream.url()));
    }

    @AfterEach
    void close() {
        adapter.close();
        upstream.close();
    }

    @ParameterizedTest
    @CsvSource({
        "fake-status-401,        PROVIDER_REFUSED_US,   credential",
        "fake-status-402,        PROVIDER_REFUSED_US,   balance",
        "fake-status-403,        PROVIDER_REFUSED_US,   credential",
        "fake-status-408,        PROVIDER_TIMEOUT,      scripted",
        "fake-status-409,        PROVIDER_ERROR,        scripted",
        "fake-status-429,        PROVIDER_RATE_LIMITED, scripted",
        "fake-status-500,        PROVIDER_ERROR,        scripted",
        "fake-status-502,        PROVIDER_ERROR,        scripted",
        "fake-status-503,        PROVIDER_OVERLOADED,   scripted",
        "fake-status-504,        PROVIDER_TIMEOUT,      scripted",
        "fake-status-529,        PROVIDER_OVERLOADED,   scripted",
        "fake-first-event-error, PROVIDER_OVERLOADED,   scripted",
        "fake-cut-0,             PROVIDER_FAILED,       closed the connection",
        "fake-end-0,             PROVIDER_FAILED,       ended its answer before it began",
        "fake-html-200,          PROVIDER_FAILED,       no answer of a model",
        "fake-html-502,          PROVIDER_ERROR,        (502)",
        "fake-html-404,          NOT_FOUND,             (404)"
    })
    void beforeTheHeadThereIsNothingButAFailure(String model, ProblemCode code, String words) {
        var heard = adapter.ask(Asked.of("fake/" + model)).whole();

        assertThat(heard.frames()).hasSize(1);
        assertThat(heard.problem().code()).isEqualTo(code);
        assertThat(heard.problem().message()).contains("fake/" + model, words);
    }

    @ParameterizedTest
    @CsvSource({"fake-cut-5, broke off its answer", "fake-end-5, ended its answer too early"})
    void afterTheHeadTheStreamHasFailed(String model, String words) {
        var heard = adapter.ask(Asked.of("fake/" + model)).whole();

        assertThat(heard.head().status()).isEqualTo(200);
        assertThat(heard.body()).isEqualTo(upstream.requests().getFirst().sent());
        assertThat(heard.problem().code()).isEqualTo(ProblemCode.STREAM_FAILED);
        assertThat(heard.problem().message()).contains("fake/" + model, words);
        assertThat(heard.failure().usage().input()).as("told at the beginning").isPositive();
    }

    @Test
    void anAnswerThatFallsSilentHasFailed() {
        adapter.with(Configured.provider(upstream.url()), Adapter.IMPATIENT_LATER);

        var heard = adapter.ask(Asked.of("fake/fake-stall-5")).whole();

        assertThat(heard.head().status()).isEqualTo(200);
        assertThat(heard.problem().code()).isEqualTo(ProblemCode.STREAM_FAILED);
        assertThat(heard.problem().message()).contains("fell silent for 0.3 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake-stall-0", "fake-hang"})
    void nobodyWaitsForTheFirstEventForEver(String model) {
        adapter.with(Configured.provider(upstream.url()), Adapter.IMPATIENT_AT_FIRST);

        var heard = adapter.ask(Asked.of("fake/" + model)).whole();

        assertThat(heard.frames()).hasSize(1);
        assertThat(heard.problem().code()).isEqualTo(ProblemCode.PROVIDER_TIMEOUT);
        assertThat(heard.problem().message()).contains("fake/" + model, "within 0.3 s");
    }

    @Test
    void aPingIsNoBeginning() {
        stream("event: ping\ndata: {\"type\":\"ping\"}\n\n: still here\n\n");

        var heard = adapter.ask(Asked.of("fake/m")).whole();

        assertThat(heard.frames()).hasSize(1);
        assertThat(heard.problem().code()).isEqualTo(ProblemCode.PROVIDER_FAILED);
    }

    @Test
    void anErrorBehindAPingStillComesFirst() {
        stream(
                """
                event: ping
                data: {"type":"ping"}

                event: error
                data: {"type":"error","error":{"type":"rate_limit_error","message":"slow down"}}

                """);

        var heard = adapter.ask(Asked.of("fake/m")).whole();

        assertThat(heard.frames()).hasSize(1);
        assertThat(heard.problem().code()).isEqualTo(ProblemCode.PROVIDER_RATE_LIMITED);
        assertThat(heard.problem().message()).contains("slow down");
    }

    @Test
    void pingsWithoutEndAreGivenUp() {
        stream(": ping\n\n".repeat(40_000));

        assertThat(adapter.ask(Asked.of("fake/m")).whole().problem().message())
                .contains("without beginning to answer");
    }

    @Test
    void aRetryAfterIsPassedOn() {
        upstream.answer(
                request ->
                        new Answer.Status(
                                429,
                                "rate_limit_error",
                                "slow down",
                                List.of(new Header("retry-after", "7"))));

        assertThat(adapter.ask(Asked.of("fake/m")).whole().problem().retryAfterSeconds())
                .isEqualTo(7);
    }

    @Test
    void aMessageInPlaceOfAStreamIsNoAnswer() {
        upstream.answer(request -> new Answer.Message(Reply.text("m", "hi")));

        assertThat(adapter.ask(Asked.of("fake/m")).whole().problem().code())
                .isEqualTo(ProblemCode.PROVIDER_FAILED);
    }

    @Test
    void anErrorInPlaceOfAStreamIsToldInItsWords() {
        answer("application/json", "{\"error\":{\"message\":\"no capacity today\"}}");

        var problem = adapter.ask(Asked.of("fake/m")).whole().problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.PROVIDER_FAILED);
        assertThat(problem.message()).contains("no capacity today");
    }

    @Test
    void aStreamInPlaceOfAMessageIsNoAnswer() {
        upstream.answer(request -> new Answer.Stream(Reply.text("m", "hi"), Duration.ZERO));

        var problem = adapter.ask(Asked.of("fake/m").withoutStream()).whole().problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.PROVIDER_FAILED);
        assertThat(problem.message()).contains("with a stream");
    }

    @Test
    void anErrorInPlaceOfAMessageIsNoAnswer() {
        answer(
                "application/json",
                "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"full\"}}");

        assertThat(adapter.ask(Asked.of("fake/m").withoutStream()).whole().problem().code())
                .isEqualTo(ProblemCode.PROVIDER_OVERLOADED);
    }

    @Test
    void aMessageThatIsCutOffHasFailed() {
        answer("application/json", "{\"type\":\"message\",\"content\":[");

        var heard = adapter.ask(Asked.of("fake/m").withoutStream()).whole();

        assertThat(heard.head().status()).isEqualTo(200);
        assertThat(heard.problem().code()).isEqualTo(ProblemCode.STREAM_FAILED);
    }

    @Test
    void anExplanationIsReadOnlySoFar() {
        upstream.answer(
                request ->
                        new Answer.Raw(
                                500,
                                List.of(new Header("content-type", "text/plain")),
                                "x".repeat(1 << 20).getBytes(UTF_8)));

        var problem = adapter.ask(Asked.of("fake/m")).whole().problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.PROVIDER_ERROR);
        assertThat(problem.message().length()).isLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {300, 0, -1_000})
    void theDeadlineEndsWhateverGoesOn(long millis) {
        var asked = Asked.of("fake/fake-hang").within(Duration.ofMillis(millis));

        assertThat(adapter.ask(asked).whole().problem().code())
                .isEqualTo(ProblemCode.PROVIDER_TIMEOUT);
    }

    @Test
    void aMissingKeyIsToldWithoutACall() {
        adapter.with(
                Configured.provider(
                        null, upstream.url().toString(), "env:NO_KEY", Map.of(), Map.of()));

        var problem = adapter.ask(Asked.of("fake/m")).whole().problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.PROVIDER_REFUSED_US);
        assertThat(problem.message()).contains("fake", "env:NO_KEY");
        assertThat(upstream.count()).isZero();
    }

    @Test
    void embeddingsAreNotTranslated() {
        adapter.with(Configured.provider("gemini", null, "sk-test", Map.of(), Map.of()));

        var problem = adapter.ask(Asked.of("fake/e").embedding()).whole().problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.TARGET_UNUSABLE);
        assertThat(problem.message()).contains("gemini", "openai-chat");
    }

    @Test
    void aFaultOfOursIsToldToo() {
        adapter.with(Configured.provider(upstream.url()));
        var call = Asked.of("fake/m").call();

        var heard =
                Listener.to(
                                adapter.vertx().getOrCreateContext(),
                                adapter.calls().call(call, new byte[] {'{', '}'}),
                                Long.MAX_VALUE)
                        .whole();

        assertThat(heard.problem().code()).isEqualTo(ProblemCode.INTERNAL);
        assertThat(upstream.count()).isZero();
    }

    @Test
    void anUnknownProviderIsUnavailable() {
        assertThat(adapter.ask(Asked.of("other/m")).whole().frames())
                .singleElement()
                .isInstanceOfSatisfying(
                        ReplyFrame.Failure.class,
                        failure ->
                                assertThat(failure.problem().code())
                                        .isEqualTo(ProblemCode.UNAVAILABLE));
    }

    @Test
    void aRevisionThatDoesNotComeIsUnavailable() {
        assertThat(adapter.ask(Asked.of("fake/m").at(2)).whole().problem().code())
                .isEqualTo(ProblemCode.UNAVAILABLE);
    }

    private void stream(String events) {
        answer("text/event-stream", events);
    }

    private void answer(String type, String body) {
        upstream.answer(
                request ->
                        new Answer.Raw(
                                200,
                                List.of(new Header("content-type", type)),
                                body.getBytes(UTF_8)));
    }
}
