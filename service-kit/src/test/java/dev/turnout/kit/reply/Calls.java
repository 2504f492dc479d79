package dev.turnout.kit.reply;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Principal;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.Outline;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.Span;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Calls and bodies for tests. */
final class Calls {

    static final ProviderCall CALL =
            new ProviderCall(
                    new CallContext(
                            "req_ü", Principal.LOCAL, Instant.parse("2026-11-23T12:00:00Z")),
                    42,
                    Target.of("deepseek/deepseek-v4"),
                    true,
                    Dialect.ANTHROPIC,
                    Operation.GENERATE,
                    true,
                    "beta=true",
                    List.of(new Header("anthropic-beta", "a,b")),
                    31_000,
                    new Outline(new Span(9, 17), null, List.of()));

    private Calls() {}

    /** Bytes of every value, the same each time. */
    static byte[] bytes(int count) {
        var bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
