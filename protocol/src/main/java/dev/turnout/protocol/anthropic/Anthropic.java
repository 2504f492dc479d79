package dev.turnout.protocol.anthropic;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.dialect.DialectRoles;
import dev.turnout.protocol.dialect.ReplyReader;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.peek.Peek;
import java.util.List;

/** The Messages dialect's roles, and where each is filled. */
public final class Anthropic implements DialectRoles {

    @Override
    public Peek peek(byte[] body, Operation operation, HeaderLookup headers) {
        return AnthropicPeek.peek(body, operation, headers);
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
    public List<Header> errorHeaders(Problem problem) {
        return AnthropicErrors.headers(problem);
    }

    @Override
    public Problem readError(Target target, int status, HeaderLookup headers, byte[] body) {
        return AnthropicErrors.read(target, status, headers, body);
    }

    @Override
    public boolean isFinal(int status) {
        return AnthropicErrors.isFinal(status);
    }

    @Override
    public byte[] ping() {
        return AnthropicEvents.ping();
    }

    @Override
    public ReplyReader replyReader(boolean stream) {
        return new AnthropicReplyReader(stream);
    }
}
