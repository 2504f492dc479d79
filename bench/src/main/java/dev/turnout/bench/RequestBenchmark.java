package dev.turnout.bench;

import dev.turnout.contracts.Dialect;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.dialect.ClientRoles;
import dev.turnout.protocol.dialect.ProviderRoles;
import dev.turnout.protocol.translate.Upstream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it costs to put a request of Claude Code's to a provider of another dialect. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 8, time = 2)
@Fork(2)
public class RequestBenchmark {

    @Param({"OPENAI_CHAT", "OPENAI_RESPONSES", "GEMINI"})
    public Dialect provider = Dialect.OPENAI_CHAT;

    private final byte[] body = CodingRequest.usual();
    private final ClientRoles client = Dialects.client(Dialect.ANTHROPIC);
    private final Upstream upstream = Upstream.of("m");
    private ProviderRoles roles = Dialects.provider(provider);

    @Setup
    public void roles() {
        roles = Dialects.provider(provider);
    }

    @Benchmark
    public byte[] translate() {
        return roles.writeRequest(client.readRequest(body), upstream).body();
    }
}
