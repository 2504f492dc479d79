package dev.turnout.protocol.gemini;

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
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Gemini dialect's roles toward providers, and where each is filled. */
public final class Gemini implements ProviderRoles {

    /** Older backends take 64 characters only. */
    private static final NameRule NAMES =
            new NameRule(Pattern.compile("[a-zA-Z_][a-zA-Z0-9_.:-]*"), 64);

    @Override
    public @Nullable String path(Operation operation, String model, boolean stream) {
        return switch (operation) {
            case GENERATE ->
                    stream
                            ? "/v1beta/models/" + model + ":streamGenerateContent?alt=sse"
                            : "/v1beta/models/" + model + ":generateContent";
            case COUNT_TOKENS, EMBED -> null;
        };
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
