package dev.turnout.protocol.anthropic;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.Outline;
import dev.turnout.protocol.anthropic.count.AnthropicPrompt;
import dev.turnout.protocol.anthropic.peek.AnthropicPeek;
import dev.turnout.protocol.anthropic.relay.AnthropicRefusals;
import dev.turnout.protocol.anthropic.relay.AnthropicReplyReader;
import dev.turnout.protocol.anthropic.reply.AnthropicReplyDecoder;
import dev.turnout.protocol.anthropic.reply.AnthropicReplyEncoder;
import dev.turnout.protocol.anthropic.request.AnthropicRequestReader;
import dev.turnout.protocol.anthropic.request.AnthropicRequestWriter;
import dev.turnout.protocol.anthropic.wire.AnthropicErrors;
import dev.turnout.protocol.anthropic.wire.AnthropicEvents;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.count.Tally;
import dev.turnout.protocol.dialect.ClientRoles;
import dev.turnout.protocol.dialect.ProviderRoles;
import dev.turnout.protocol.dialect.ReplyReader;
import dev.turnout.protocol.edit.Edit;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.peek.Peek;
import dev.turnout.protocol.toolname.NameRule;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.ReplyEncoder;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Messages dialect's roles, and where each is filled. */
public final class Anthropic implements ClientRoles, ProviderRoles {

    private static final NameRule NAMES = NameRule.plain(128);

    @Override
    public Peek peek(byte[] body, Operation operation, HeaderLookup headers) {
        return AnthropicPeek.peek(body, operation, headers);
    }

    @Override
    public void count(byte[] body, Tally tally) {
        AnthropicPrompt.count(body, tally);
    }

    @Override
    public byte[] errorBody(Problem problem, String requestId) {
        return AnthropicErrors.body(problem, requestId);
    }

    @Override
    public byte[] errorEvent(Problem problem, String requestId) {
        return AnthropicErrors.event(problem, requestId);
    }

    @Override
    public byte[] ping() {
        return AnthropicEvents.ping();
    }

    @Override
    public ReplyReader replyReader(boolean stream) {
        return new AnthropicReplyReader(stream);
    }

    @Override
    public @Nullable String path(Operation operation, String model, boolean stream) {
        return switch (operation) {
            case GENERATE -> "/v1/messages";
            case COUNT_TOKENS -> "/v1/messages/count_tokens";
            case EMBED -> null;
        };
    }

    @Override
    public NameRule toolNames() {
        return NAMES;
    }

    @Override
    public List<Edit> refusals(byte[] body, Outline outline, Set<Quirk> quirks) {
        return AnthropicRefusals.edits(body, outline.refusable(), quirks);
    }

    @Override
    public List<Header> relayedHeaders(List<Header> sent, Set<Quirk> quirks) {
        return AnthropicRefusals.headers(sent, quirks);
    }

    @Override
    public Conversation readRequest(byte[] body) {
        return AnthropicRequestReader.read(body);
    }

    @Override
    public WrittenRequest writeRequest(Conversation conversation, Upstream upstream) {
        return AnthropicRequestWriter.write(conversation, upstream);
    }

    @Override
    public ReplyDecoder replyDecoder(boolean stream, AnswerContext context) {
        return AnthropicReplyDecoder.of(stream, context);
    }

    @Override
    public ReplyEncoder replyEncoder(boolean stream, AnswerContext context) {
        return AnthropicReplyEncoder.of(stream, context);
    }
}
