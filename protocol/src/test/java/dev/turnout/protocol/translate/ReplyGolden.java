package dev.turnout.protocol.translate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.DialectPair;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.Resources;
import dev.turnout.protocol.Seals;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.dialect.TranslatedCall;
import dev.turnout.protocol.dialect.TranslatedReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a provider, and what its client gets, as a folder of files: {@code golden/<client's
 * dialect>/<provider's>/reply/<case>}.
 *
 * @param files of the folder
 */
record ReplyGolden(DialectPair pair, String name, List<String> files) {

    static final Target TARGET = Target.of("house/m");

    private static final Conversation NOTHING_SPECIAL =
            Dialects.client(Dialect.ANTHROPIC)
                    .readRequest(
                            "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}"
                                    .getBytes(UTF_8));

    /** All files that mean something. */
    static final Set<String> KNOWN =
            Set.of(
                    "why.txt",
                    "request.json",
                    "upstream.json",
                    "provider.sse",
                    "provider.json",
                    "client.sse",
                    "client.json",
                    "problem.txt",
                    "answer.json",
                    "usage.json");

    static Stream<ReplyGolden> all() {
        return DialectPair.all().flatMap(ReplyGolden::of);
    }

    private static Stream<ReplyGolden> of(DialectPair pair) {
        return Resources.names(pair.folder() + "/reply").stream()
                .map(name -> new ReplyGolden(pair, name, Resources.names(folder(pair, name))));
    }

    boolean has(String file) {
        return files.contains(file);
    }

    byte[] bytes(String file) {
        return Resources.bytes(folder(pair, name) + "/" + file);
    }

    String text(String file) {
        return new String(bytes(file), UTF_8).strip();
    }

    byte[] provider() {
        return bytes(has("provider.sse") ? "provider.sse" : "provider.json");
    }

    /** Where only a problem is expected, the client wants what the provider sends. */
    boolean clientStreams() {
        return has("client.sse") || (has("problem.txt") && has("provider.sse"));
    }

    boolean usageWanted() {
        return answer("includeUsage").asBoolean(false);
    }

    /** A reply that has not read anything yet. */
    TranslatedReply reply() {
        return reply(upstream());
    }

    /** The same if this is known of the provider. */
    TranslatedReply reply(Upstream upstream) {
        var context =
                new AnswerContext(
                        "req_golden",
                        TARGET,
                        answer("estimatedTokens").asLong(1000),
                        usageWanted(),
                        1_700_000_000);
        return new TranslatedCall(asked(), Dialects.provider(pair.provider()), upstream, Seals.SEAL)
                .reply(
                        has("provider.sse"),
                        Dialects.client(pair.client()),
                        clientStreams(),
                        context);
    }

    /** The request that is answered; one without tools where the case has none. */
    private Conversation asked() {
        return has("request.json")
                ? Dialects.client(pair.client()).readRequest(bytes("request.json"))
                : NOTHING_SPECIAL;
    }

    Upstream upstream() {
        if (!has("upstream.json")) {
            return Upstream.of("m");
        }
        var quirks = new ArrayList<Quirk>();
        WrittenEvent.tree(bytes("upstream.json"))
                .path("quirks")
                .forEach(id -> quirks.add(Quirk.named(id.textValue()).orElseThrow()));
        return Upstream.of("m", quirks.toArray(Quirk[]::new));
    }

    @Nullable JsonNode usage() {
        return has("usage.json") ? WrittenEvent.tree(bytes("usage.json")) : null;
    }

    @Override
    public String toString() {
        return pair + "/" + name;
    }

    private JsonNode answer(String field) {
        return has("answer.json")
                ? WrittenEvent.tree(bytes("answer.json")).path(field)
                : MissingNode.getInstance();
    }

    private static String folder(DialectPair pair, String name) {
        return pair.folder() + "/reply/" + name;
    }
}
