package dev.turnout.protocol.chat;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.dialect.DialectRoles;
import dev.turnout.protocol.dialect.ReplyReader;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.peek.Peek;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.ReplyEncoder;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Chat Completions dialect's roles, and where each is filled. */
public final class Chat implements DialectRoles {

    @Override
    public Peek peek(byte[] body, Operation operation, HeaderLookup headers) {
        return ChatPeek.peek(body, operation, headers);
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
    public List<Header> errorHeaders(Problem problem) {
        return ChatErrors.headers(problem);
    }

    @Override
    public Problem readError(Target target, int status, HeaderLookup headers, byte[] body) {
        return ChatErrors.read(target, status, headers, body);
    }

    @Override
    public boolean isFinal(int status) {
        return ChatErrors.isFinal(status);
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
    public @Nullable String path(Operation operation) {
        return switch (operation) {
            case GENERATE -> "/chat/completions";
            case COUNT_TOKENS -> null;
            case EMBED -> "/embeddings";
        };
    }

    @Override
    public Conversation readRequest(byte[] body) {
        return ChatRequestReader.read(body);
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
