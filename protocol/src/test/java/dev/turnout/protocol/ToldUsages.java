package dev.turnout.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.provider.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One provider's way of saying what an answer has cost: a line of {@code usages/DIALECT.jsonl}.
 *
 * @param said its usage objects, in the order in which they come
 * @param prompt tokens of the prompt, as the provider itself has them
 */
public record ToldUsages(String from, List<byte[]> said, long prompt, Usage expected) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All that are known of a dialect. */
    public static Stream<ToldUsages> of(Dialect dialect) {
        var file = Resources.bytes("usages/" + dialect.id() + ".jsonl");
        try (var lines = JSON.readerFor(JsonNode.class).<JsonNode>readValues(file)) {
            return lines.readAll().stream().map(ToldUsages::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ToldUsages read(JsonNode line) {
        var said = new ArrayList<byte[]>();
        for (var usage : line.required("said")) {
            said.add(usage.toString().getBytes(UTF_8));
        }
        return new ToldUsages(
                line.required("from").textValue(),
                said,
                line.required("prompt").longValue(),
                new Usage(
                        line.required("input").longValue(),
                        line.required("cacheRead").longValue(),
                        line.required("cacheWrite").longValue(),
                        line.required("output").longValue(),
                        line.required("thinking").longValue(),
                        0,
                        true));
    }

    @Override
    public String toString() {
        return from;
    }
}
