package dev.turnout.protocol.gemini;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.dialect.ProviderRoles;
import dev.turnout.protocol.gemini.reply.GeminiReplyDecoder;
import dev.turnout.protocol.gemini.request.GeminiRequestWriter;
import dev.turnout.protocol.toolname.NameRule;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import java.net.URLEncoder;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Gemini dialect's roles toward providers, and where each is filled. */
public final class Gemini implements ProviderRoles {

    /** Older backends take 64 characters only. */
    private static final NameRule NAMES =
            new NameRule(Pattern.compile("[a-zA-Z_][a-zA-Z0-9_.:-]*"), 64);

    private static final List<String> COLLECTIONS = List.of("models/", "tunedModels/");

    @Override
    public @Nullable String path(Operation operation, String model, boolean stream) {
        return switch (operation) {
            case GENERATE ->
                    stream
                            ? "/v1beta/" + named(model) + ":streamGenerateContent?alt=sse"
                            : "/v1beta/" + named(model) + ":generateContent";
            case COUNT_TOKENS, EMBED -> null;
        };
    }

    /**
     * The resource's name as a piece of a path, out of which no model's name leads: a collection
     * may stand before it, {@code models/} or {@code tunedModels/}.
     */
    private static String named(String model) {
        for (var collection : COLLECTIONS) {
            if (model.startsWith(collection)) {
                return collection + encoded(model.substring(collection.length()));
            }
        }
        return "models/" + encoded(model);
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }

    @Override
    public NameRule toolNames() {
        return NAMES;
    }

    @Override
    public WrittenRequest writeRequest(Conversation conversation, Upstream upstream) {
        return GeminiRequestWriter.write(conversation, upstream);
    }

    @Override
    public ReplyDecoder replyDecoder(boolean stream, AnswerContext context) {
        return GeminiReplyDecoder.of(stream, context);
    }
}
