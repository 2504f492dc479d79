package dev.turnout.protocol.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.DialectPair;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.Resources;
import dev.turnout.protocol.Seals;
import dev.turnout.protocol.dialect.TranslatedCall;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One case: a request of a client's and what its provider is to get. It stands in {@code
 * golden/<client's dialect>/<provider's>/request/<case>}.
 *
 * @param folder of its files
 * @param files that it has
 */
record RequestGolden(
        Dialect clientDialect, Dialect providerDialect, String folder, List<String> files) {

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

    /** The cases of all pairs of dialects. */
    static List<RequestGolden> all() {
        return DialectPair.all().flatMap(RequestGolden::of).toList();
    }

    private static Stream<RequestGolden> of(DialectPair pair) {
        var cases = pair.folder() + "/request";
        return Resources.names(cases).stream()
                .map(name -> cases + "/" + name)
                .map(
                        folder ->
                                new RequestGolden(
                                        pair.client(),
                                        pair.provider(),
                                        folder,
                                        Resources.names(folder)));
    }

    WrittenRequest written() {
        return written(upstream());
    }

    /** What the provider gets if this is known of it. */
    WrittenRequest written(Upstream upstream) {
        var client = Seals.sealed(client(), upstream.origin());
        var conversation = Dialects.client(clientDialect).readRequest(client);
        return new TranslatedCall(
                        conversation, Dialects.provider(providerDialect), upstream, Seals.SEAL)
                .request();
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
        var model = known.path("model").asText("m");
        return new Upstream(
                Target.of("house/" + model),
                model,
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
