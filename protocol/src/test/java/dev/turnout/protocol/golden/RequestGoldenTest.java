package dev.turnout.protocol.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.AnswerQuirks;
import dev.turnout.protocol.anthropic.wire.AnthropicCapability;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request of a client's against what its provider is to get. */
class RequestGoldenTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<RequestGolden> all() {
        return RequestGolden.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theProviderGetsWhatTheGoldenSays(RequestGolden golden) throws IOException {
        var problem = golden.problem();
        if (problem != null) {
            var refused = catchThrowableOfType(ProblemException.class, golden::written);
            assertThat(refused).as(golden.why()).isNotNull();
            assertThat(List.of(refused.problem().code().name(), refused.problem().message()))
                    .as(golden.why())
                    .isEqualTo(problem);
            return;
        }
        var written = golden.written();
        assertThat(JSON.readTree(written.body()).toPrettyString())
                .as(golden.why())
                .isEqualTo(inWrittenOrder(golden, written));
        assertThat(written.dropped()).as(golden.why()).isEqualTo(golden.dropped());
    }

    /** What is expected; if it is equal, as it was written, so that a difference is easy to see. */
    private static String inWrittenOrder(RequestGolden golden, WrittenRequest written)
            throws IOException {
        var tree = JSON.readTree(written.body());
        var expected = golden.provider();
        return (tree.equals(expected) ? tree : expected).toPrettyString();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFileIsRead(RequestGolden golden) {
        assertThat(RequestGolden.KNOWN).containsAll(golden.files());
        assertThat(golden.why().lines().findFirst().orElse("")).endsWith(".");
        assertThat(golden.files())
                .as("either is expected, not both")
                .satisfiesOnlyOnce(file -> assertThat(file).isIn("provider.json", "problem.txt"));
    }

    /** A case with the quirk whose request is another without it. */
    @Test
    void everyQuirkOfRequestsHasACaseThatFailsWithoutIt() {
        var proved = EnumSet.noneOf(Quirk.class);
        for (var golden : RequestGolden.all()) {
            golden.upstream().quirks().stream()
                    .filter(quirk -> differsWithout(golden, quirk))
                    .forEach(proved::add);
        }
        assertThat(proved).containsAll(ofRequests());
    }

    /** All but those of answers, and those that only a relayed request can run into. */
    private static Set<Quirk> ofRequests() {
        var quirks = EnumSet.complementOf(EnumSet.copyOf(AnthropicCapability.quirks()));
        quirks.addAll(List.of(Quirk.NO_EFFORT, Quirk.NO_ANSWER_FORMAT));
        quirks.removeAll(AnswerQuirks.ALL);
        return quirks;
    }

    private static boolean differsWithout(RequestGolden golden, Quirk quirk) {
        var all = golden.upstream();
        var rest = EnumSet.copyOf(all.quirks());
        rest.remove(quirk);
        var without =
                new Upstream(
                        all.target(),
                        all.model(),
                        all.maxOutputTokens(),
                        rest,
                        all.requiresSignedThinking());
        try {
            var written = JSON.readTree(golden.written(without).body());
            return golden.problem() != null || !written.equals(golden.provider());
        } catch (ProblemException refused) {
            return golden.problem() == null;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
