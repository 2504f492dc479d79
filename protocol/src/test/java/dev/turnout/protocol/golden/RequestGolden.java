package dev.turnout.protocol.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.Resources;
import dev.turnout.protocol.translate.Upstream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One case: a request of a client's and what its provider is to get.
 *
 * @param folder of its files
 * @param files that it has
 */
record RequestGolden(String folder, List<String> files) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All files that a case may have. */
    static final Set<String> KNOWN =
            Set.of(
                    "why.txt",
                    "client.json",
                    "provider.json",
                    "problem.txt",
                    "upstream.json",
                    "dropped.txt");

    /** The cases of a provider's dialect. */
    static List<RequestGolden> of(String dialect) {
        var cases = "golden/" + dialect + "/request";
        return Resources.names(cases).stream()
                .map(name -> cases + "/" + name)
                .map(folder -> new RequestGolden(folder, Resources.names(folder)))
                .toList();
    }

    String why() {
        return text("why.txt");
    }

    byte[] client() {
        return Resources.bytes(folder + "/client.json");
    }

    JsonNode provider() {
        return json("provider.json");
    }

    /** Code and message of the problem that is to come instead; null where none is. */
    @Nullable List<String> problem() {
        return files.contains("problem.txt") ? lines("problem.txt") : null;
    }

    List<String> dropped() {
        return files.contains("dropped.txt") ? lines("dropped.txt") : List.of();
    }

    Upstream upstream() {
        if (!files.contains("upstream.json")) {
            return Upstream.of("m");
        }
        var known = json("upstream.json");
        var quirks = new ArrayList<Quirk>();
        known.path("quirks").forEach(id -> quirks.add(Quirk.named(id.textValue()).orElseThrow()));
        return new Upstream(
                known.path("model").asText("m"),
                known.has("maxOutputTokens")
                        ? (Integer) known.get("maxOutputTokens").intValue()
                        : null,
                Set.copyOf(quirks),
                known.path("requiresSignedThinking").asBoolean(true));
    }

    @Override
    public String toString() {
        return folder.substring("golden/".length());
    }

    private List<String> lines(String file) {
        return text(file).lines().toList();
    }

    private String text(String file) {
        return new String(Resources.bytes(folder + "/" + file), StandardCharsets.UTF_8);
    }

    private JsonNode json(String file) {
        try {
            return JSON.readTree(Resources.bytes(folder + "/" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
