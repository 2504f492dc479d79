package dev.turnout.bench;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.dialect.TranslatedCall;
import dev.turnout.protocol.reasoning.ReasoningSeal;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.Upstream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one event of a stream costs on its way to the client, each in a chunk of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EventBenchmark {

    @Param public Way way = Way.CHAT_TO_ANTHROPIC;

    @Param public Kind kind = Kind.TEXT;

    /** What the deltas are of; Gemini has none of a tool's input, but whole calls. */
    public enum Kind {
        TEXT,
        TOOL
    }

    /** From a provider's dialect to a client's. */
    public enum Way {
        CHAT_TO_ANTHROPIC(Dialect.OPENAI_CHAT, Dialect.ANTHROPIC),
        RESPONSES_TO_ANTHROPIC(Dialect.OPENAI_RESPONSES, Dialect.ANTHROPIC),
        GEMINI_TO_ANTHROPIC(Dialect.GEMINI, Dialect.ANTHROPIC),
        ANTHROPIC_TO_CHAT(Dialect.ANTHROPIC, Dialect.OPENAI_CHAT),
        ANTHROPIC_TO_RESPONSES(Dialect.ANTHROPIC, Dialect.OPENAI_RESPONSES);

        private final Dialect provider;
        private final Dialect client;

        Way(Dialect provider, Dialect client) {
            this.provider = provider;
            this.client = client;
        }
    }

    private static final Upstream UPSTREAM = Upstream.of("m");
    private static final AnswerContext CONTEXT =
            new AnswerContext("req_1", Target.of("house/m"), 1000, false, 1_700_000_000);

    private final Conversation asked =
            Dialects.client(Dialect.ANTHROPIC).readRequest(CodingRequest.usual());
    private final ReasoningSeal seal = new ReasoningSeal(List.of(new byte[32]), () -> {});
    private List<byte[]> events = List.of();

    @Setup
    public void events() {
        events = DeltaStream.of(way.provider, kind, CONTEXT);
    }

    /** A whole stream; what begins and ends it is a few events among a thousand. */
    @Benchmark
    @OperationsPerInvocation(DeltaStream.DELTAS)
    public long translate() {
        var reply =
                new TranslatedCall(asked, Dialects.provider(way.provider), UPSTREAM, seal)
                        .reply(true, Dialects.client(way.client), true, CONTEXT);
        long bytes = 0;
        for (var event : events) {
            bytes += reply.read(event).length;
        }
        return bytes + reply.end().length;
    }
}
