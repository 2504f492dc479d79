package dev.turnout.protocol.translate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.Resources;
import dev.turnout.protocol.anthropic.Anthropic;
import dev.turnout.protocol.chat.Chat;
import dev.turnout.protocol.dialect.DialectRoles;
import dev.turnout.protocol.dialect.TranslatedReply;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One answer of a provider, and what its client gets, as a folder of files.
 *
 * @param dialect the provider's; the client's is the other one
 * @param files of the folder
 */
record ReplyGolden(String dialect, String name, List<String> files) {

    static final Target TARGET = Target.of("house/m");

    private static final String ROOT = "golden/";

    /** All files that mean something. */
    static final Set<String> KNOWN =
            Set.of(
                    "why.txt",
                    "provider.sse",
                    "provider.json",
                    "client.sse",
                    "client.json",
                    "problem.txt",
                    "answer.json",
                    "usage.json");

    static List<ReplyGolden> all(String dialect) {
        return Resources.names(ROOT + dialect + "/reply").stream()
                .map(name -> new ReplyGolden(dialect, name, names(dialect, name)))
                .toList();
    }

    boolean has(String file) {
        return files.contains(file);
    }

    byte[] bytes(String file) {
        return Resources.bytes(folder(dialect, name) + "/" + file);
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
        var context =
                new AnswerContext(
                        "req_golden",
                        TARGET,
                        answer("estimatedTokens").asLong(1000),
                        usageWanted(),
                        1_700_000_000);
        return new TranslatedReply(
                roles(dialect).replyDecoder(has("provider.sse"), context),
                roles(client()).replyEncoder(clientStreams(), context));
    }

    String client() {
        return dialect.equals("anthropic") ? "openai-chat" : "anthropic";
    }

    @Nullable JsonNode usage() {
        return has("usage.json") ? WrittenEvent.tree(bytes("usage.json")) : null;
    }

    @Override
    public String toString() {
        return dialect + "/" + name;
    }

    private JsonNode answer(String field) {
        return has("answer.json")
                ? WrittenEvent.tree(bytes("answer.json")).path(field)
                : MissingNode.getInstance();
    }

    private static DialectRoles roles(String dialect) {
        return dialect.equals("anthropic") ? new Anthropic() : new Chat();
    }

    private static List<String> names(String dialect, String name) {
        return Resources.names(folder(dialect, name));
    }

    private static String folder(String dialect, String name) {
        return ROOT + dialect + "/reply/" + name;
    }
}
