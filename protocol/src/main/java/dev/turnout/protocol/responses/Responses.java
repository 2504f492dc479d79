package dev.turnout.protocol.responses;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.count.Tally;
import dev.turnout.protocol.dialect.ClientRoles;
import dev.turnout.protocol.dialect.ProviderRoles;
import dev.turnout.protocol.dialect.ReplyReader;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.peek.Peek;
import dev.turnout.protocol.responses.count.ResponsesPrompt;
import dev.turnout.protocol.responses.peek.ResponsesPeek;
import dev.turnout.protocol.responses.relay.ResponsesReplyReader;
import dev.turnout.protocol.responses.reply.ResponsesReplyDecoder;
import dev.turnout.protocol.responses.reply.ResponsesReplyEncoder;
import dev.turnout.protocol.responses.request.ResponsesRequestReader;
import dev.turnout.protocol.responses.request.ResponsesRequestWriter;
import dev.turnout.protocol.responses.wire.ResponsesErrors;
import dev.turnout.protocol.responses.wire.ResponsesEvents;
import dev.turnout.protocol.toolname.NameRule;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.ReplyEncoder;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import org.jspecify.annotations.Nullable;

/** The Responses dialect's roles, and where each is filled. */
public final class Responses implements ClientRoles, ProviderRoles {

    private static final NameRule NAMES = NameRule.plain(64);

    @Override
    public Peek peek(byte[] body, Operation operation, HeaderLookup headers) {
        return ResponsesPeek.peek(body, operation, headers);
    }

    @Override
    public void count(byte[] body, Tally tally) {
        ResponsesPrompt.count(body, tally);
    }

    @Override
    public byte[] errorBody(Problem problem, String requestId) {
        return ResponsesErrors.body(problem, requestId);
    }

    @Override
    public byte[] errorEvent(Problem problem, String requestId) {
        return ResponsesErrors.event(problem, requestId);
    }

    @Override
    public byte[] ping() {
        return ResponsesEvents.ping();
    }

    @Override
    public ReplyReader replyReader(boolean stream) {
        return ResponsesReplyReader.of(stream);
    }

    @Override
    public @Nullable String path(Operation operation, String model, boolean stream) {
        return switch (operation) {
            case GENERATE -> "/responses";
            case COUNT_TOKENS, EMBED -> null;
        };
    }

    @Override
    public NameRule toolNames() {
        return NAMES;
    }

    @Override
    public Conversation readRequest(byte[] body) {
        return ResponsesRequestReader.read(body);
    }

    @Override
    public WrittenRequest writeRequest(Conversation conversation, Upstream upstream) {
        return ResponsesRequestWriter.write(conversation, upstream);
    }

    @Override
    public ReplyDecoder replyDecoder(boolean stream, AnswerContext context) {
        return ResponsesReplyDecoder.of(stream, context);
    }

    @Override
    public ReplyEncoder replyEncoder(boolean stream, AnswerContext context) {
        return ResponsesReplyEncoder.of(stream, context);
    }
}
