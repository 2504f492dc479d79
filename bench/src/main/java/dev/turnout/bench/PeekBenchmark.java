package dev.turnout.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.peek.Peek;
import java.io.IOException;
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

/** What one look at a request costs, beside what parsing it into a tree would. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PeekBenchmark {

    @Param({"1000", "50000", "115000", "400000"})
    public int bytes;

    private final ObjectMapper mapper = new ObjectMapper();
    private byte[] body = {};

    @Setup
    public void body() {
        body = CodingRequest.ofBytes(bytes);
    }

    @Benchmark
    public Peek peek() {
        return Dialects.client(Dialect.ANTHROPIC).peek(body, Operation.GENERATE, name -> null);
    }

    @Benchmark
    public JsonNode tree() throws IOException {
        return mapper.readTree(body);
    }
}
