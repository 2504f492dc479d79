package dev.turnout.protocol.chat;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.chat.count.ChatPrompt;
import dev.turnout.protocol.chat.peek.ChatPeek;
import dev.turnout.protocol.chat.relay.ChatReplyReader;
import dev.turnout.protocol.chat.reply.ChatReplyDecoder;
import dev.turnout.protocol.chat.reply.ChatReplyEncoder;
import dev.turnout.protocol.chat.request.ChatRequestReader;
import dev.turnout.protocol.chat.request.ChatRequestWriter;
import dev.turnout.protocol.chat.wire.ChatErrors;
import dev.turnout.protocol.chat.wire.ChatEvents;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.count.Tally;
import dev.turnout.protocol.dialect.ClientRoles;
import dev.turnout.protocol.dialect.ProviderRoles;
import dev.turnout.protocol.dialect.ReplyReader;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.peek.Peek;
import dev.turnout.protocol.toolname.NameRule;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.ReplyEncoder;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import org.jspecify.annotations.Nullable;

/** The Chat Completions dialect's roles, and where each is filled. */
public final class Chat implements ClientRoles, ProviderRoles {

    private static final NameRule NAMES = NameRule.plain(64);

    @Override
    public Peek peek(byte[] body, Operation operation, HeaderLookup headers) {
        return ChatPeek.peek(body, operation, headers);
    }

    @Override
    public void count(byte[] body, Tally tally) {
        ChatPrompt.count(body, tally);
    }

    @Override
    public byte[] errorBody(Problem problem, String requestId) {
        return ChatErrors.body(problem, requestId);
    }

    @Override
    public byte[] errorEvent(Problem problem, String requestId) {
        return ChatErrors.event(problem, requestId);
    }

    @Override
    public byte[] ping() {
        return ChatEvents.ping();
    }

    @Override
    public ReplyReader replyReader(boolean stream) {
        return new ChatReplyReader(stream);
    }

    @Override
    public @Nullable String path(Operation operation, String model, boolean stream) {
        return switch (operation) {
            case GENERATE -> "/chat/completions";
            case COUNT_TOKENS -> null;
            case EMBED -> "/embeddings";
        };
    }

    @Override
    public NameRule toolNames() {
        return NAMES;
    }

    @Override
    public Conversation readRequest(byte[] body) {
        return ChatRequestReader.read(body);
    }

    @Override
    public boolean takesReasoningBack(Upstream upstream) {
        return upstream.has(Quirk.ECHO_REASONING) || upstream.has(Quirk.REASONING_SPLIT);
    }

    @Override
    public WrittenRequest writeRequest(Conversation conversation, Upstream upstream) {
        return ChatRequestWriter.write(conversation, upstream);
    }

    @Override
    public ReplyDecoder replyDecoder(boolean stream, AnswerContext context) {
        return ChatReplyDecoder.of(stream, context);
    }

    @Override
    public ReplyEncoder replyEncoder(boolean stream, AnswerContext context) {
        return ChatReplyEncoder.of(stream, context);
    }
}
