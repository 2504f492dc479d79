package dev.turnout.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.Seals;
import dev.turnout.protocol.count.PartCache;
import dev.turnout.protocol.count.Tally;
import dev.turnout.protocol.dialect.TranslatedCall;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.translate.Upstream;
import java.util.Set;

/** A client's request: peeked, counted and put to each provider, or refused with a clear word. */
final class ReadRequest {

    private static final Set<ProblemCode> REFUSALS =
            Set.of(
                    ProblemCode.INVALID_REQUEST,
                    ProblemCode.TARGET_UNUSABLE,
                    ProblemCode.POLICY_BLOCKED);

    private static final Upstream UPSTREAM = Upstream.of("m");

    private ReadRequest() {}

    static void take(Dialect client, byte[] body) {
        var roles = Dialects.client(client);
        orRefuse(() -> roles.peek(body, Operation.GENERATE, HeaderLookup.NONE));
        orRefuse(() -> roles.peek(body, Operation.COUNT_TOKENS, HeaderLookup.NONE));
        orRefuse(
                () -> {
                    var tally = new Tally("m", PartCache.NONE);
                    roles.count(body, tally);
                    assertThat(tally.tokens()).isNotNegative();
                });
        orRefuse(
                () -> {
                    var conversation = roles.readRequest(body);
                    for (var provider : Dialect.values()) {
                        if (provider == client) {
                            continue; // relayed
                        }
                        orRefuse(
                                () ->
                                        isJson(
                                                new TranslatedCall(
                                                                conversation,
                                                                Dialects.provider(provider),
                                                                UPSTREAM,
                                                                Seals.SEAL)
                                                        .request()
                                                        .body()));
                    }
                });
    }

    private static void isJson(byte[] written) {
        try (var scan = JsonScan.of(written)) {
            assertThat(scan.isObject()).isTrue();
            scan.finish();
        } catch (ProblemException e) {
            throw new AssertionError(e);
        }
    }

    private static void orRefuse(Runnable step) {
        try {
            step.run();
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).isIn(REFUSALS);
            assertThat(refused.problem().message()).endsWith(".");
        }
    }
}
