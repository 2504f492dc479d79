package dev.turnout.protocol.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.AnswerQuirks;
import dev.turnout.protocol.DialectPair;
import dev.turnout.protocol.Resources;
import dev.turnout.protocol.dialect.TranslatedReply;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded or invented answer against what its client gets, however it is cut. */
class ReplyGoldenTest {

    /** All that a reply comes to. */
    private record Outcome(
            String bytes,
            @Nullable Problem problem,
            boolean meaningful,
            boolean complete,
            boolean failedInStream,
            Usage usage,
            @Nullable String stopReason) {}

    static Stream<ReplyGolden> goldens() {
        return ReplyGolden.all();
    }

    static Stream<ReplyGolden> streams() {
        return goldens().filter(golden -> golden.has("client.sse"));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void theClientGetsWhatTheGoldenSays(ReplyGolden golden) {
        var got = feed(golden, List.of(golden.provider()));

        if (golden.has("problem.txt")) {
            var lines = golden.text("problem.txt").split("\n");
            assertThat(got.problem())
                    .isEqualTo(Problem.of(ProblemCode.valueOf(lines[0]), lines[1]));
            assertThat(got.meaningful()).isFalse();
            return;
        }
        assertThat(got.problem()).isNull();
        var bytes = got.bytes().getBytes(UTF_8);
        if (golden.has("client.json")) {
            assertThat(WrittenEvent.tree(bytes))
                    .isEqualTo(WrittenEvent.tree(golden.bytes("client.json")));
            assertThat(got.complete()).isTrue();
        } else {
            var expected = WrittenEvent.of(golden.bytes("client.sse"));
            assertThat(WrittenEvent.of(bytes)).isEqualTo(expected);
            assertThat(got.complete()).isEqualTo(isEnded(expected));
            assertThat(got.failedInStream()).isEqualTo(endsInError(expected));
        }
        assertThat(got.meaningful()).isEqualTo(!got.bytes().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void theUsageIsTold(ReplyGolden golden) {
        var expected = golden.usage();
        if (expected == null) {
            return;
        }
        var got = feed(golden, List.of(golden.provider()));
        long input = expected.path("input").asLong();
        long output = expected.path("output").asLong();
        long cacheRead = expected.path("cacheRead").asLong();
        long cacheWrite = expected.path("cacheWrite").asLong();
        boolean reported = input + output + cacheRead + cacheWrite > 0;
        assertThat(got.usage())
                .isEqualTo(
                        new Usage(
                                input,
                                cacheRead,
                                cacheWrite,
                                output,
                                expected.path("thinking").asLong(),
                                expected.path("webSearches").asLong(),
                                reported));
        assertThat(got.stopReason()).isEqualTo(expected.path("stopReason").asText());
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void itIsTheSameHoweverTheBytesAreCut(ReplyGolden golden) {
        var provider = golden.provider();
        var whole = feed(golden, List.of(provider));
        // A document is read when all of it is there: where it was cut is forgotten by then.
        int step = golden.has("provider.sse") ? 1 : 97;
        for (int cut = 1; cut < provider.length; cut += step) {
            var parts =
                    List.of(
                            Arrays.copyOf(provider, cut),
                            Arrays.copyOfRange(provider, cut, provider.length));
            assertThat(feed(golden, parts)).as("cut at %d", cut).isEqualTo(whole);
        }
        var bytes = IntStream.range(0, provider.length).mapToObj(i -> new byte[] {provider[i]});
        assertThat(feed(golden, bytes.toList())).isEqualTo(whole);
    }

    @ParameterizedTest
    @MethodSource("streams")
    void theClientsStreamIsInItsGrammar(ReplyGolden golden) {
        var stream = WrittenEvent.of(golden.bytes("client.sse"));
        assertThat(violations(golden, stream, isEnded(stream))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void everyFileMeansSomething(ReplyGolden golden) {
        assertThat(ReplyGolden.KNOWN).containsAll(golden.files());
        assertThat(golden.text("why.txt")).isNotEmpty();
        assertThat(golden.files().stream().filter(file -> file.startsWith("provider."))).hasSize(1);
        assertThat(
                        golden.files().stream()
                                .filter(f -> f.startsWith("client.") || f.equals("problem.txt")))
                .hasSize(1);
    }

    @Test
    void everyHardCaseHasItsGolden() {
        var names =
                DialectPair.all()
                        .flatMap(
                                pair ->
                                        Stream.of(
                                                pair.folder() + "/reply",
                                                pair.folder() + "/request"))
                        .flatMap(folder -> Resources.names(folder).stream())
                        .toList();
        assertThat(IntStream.rangeClosed(1, 40).mapToObj(row -> String.format("hard-%02d-", row)))
                .allSatisfy(row -> assertThat(names).anyMatch(name -> name.startsWith(row)));
    }

    /** What is wrong with a stream in the client's dialect. */
    static List<String> violations(ReplyGolden golden, List<WrittenEvent> stream, boolean whole) {
        return switch (golden.pair().client()) {
            case ANTHROPIC -> AnthropicGrammar.violations(stream, whole);
            case OPENAI_CHAT -> ChatGrammar.violations(stream, whole, golden.usageWanted());
            case OPENAI_RESPONSES -> ResponsesGrammar.violations(stream, whole);
            case GEMINI -> throw new AssertionError("no client speaks it");
        };
    }

    /** A case with the quirk whose answer is another without it. */
    @Test
    void everyQuirkOfAnswersHasACaseThatFailsWithoutIt() {
        var proved = EnumSet.noneOf(Quirk.class);
        goldens()
                .forEach(
                        golden ->
                                golden.upstream().quirks().stream()
                                        .filter(quirk -> differsWithout(golden, quirk))
                                        .forEach(proved::add));
        assertThat(proved).containsAll(AnswerQuirks.ALL);
    }

    private static boolean differsWithout(ReplyGolden golden, Quirk quirk) {
        var rest = EnumSet.copyOf(golden.upstream().quirks());
        rest.remove(quirk);
        var without = Upstream.of("m", rest.toArray(Quirk[]::new));
        var provider = List.of(golden.provider());
        return !feed(golden.reply(without), provider).equals(feed(golden, provider));
    }

    private static Outcome feed(ReplyGolden golden, List<byte[]> chunks) {
        return feed(golden.reply(), chunks);
    }

    private static Outcome feed(TranslatedReply reply, List<byte[]> chunks) {
        var out = new ByteArrayOutputStream();
        for (var chunk : chunks) {
            out.writeBytes(reply.read(chunk));
        }
        out.writeBytes(reply.end());
        return new Outcome(
                out.toString(UTF_8),
                reply.firstEventError(ReplyGolden.TARGET),
                reply.meaningful(),
                reply.complete(),
                reply.failedInStream(),
                reply.usage(),
                reply.stopReason());
    }

    private static boolean isEnded(List<WrittenEvent> stream) {
        return !stream.isEmpty()
                && (stream.getLast().data().isTextual()
                        || stream.getLast().name().equals("message_stop")
                        || stream.getLast().name().equals("response.completed")
                        || stream.getLast().name().equals("response.incomplete")
                        || endsInError(stream));
    }

    private static boolean endsInError(List<WrittenEvent> stream) {
        return !stream.isEmpty()
                && (stream.getLast().data().has("error")
                        || stream.getLast().name().equals("response.failed"));
    }
}
