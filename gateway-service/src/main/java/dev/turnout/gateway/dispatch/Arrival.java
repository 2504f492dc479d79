package dev.turnout.gateway.dispatch;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.peek.Peek;
import java.util.List;

/**
 * A request that has come in, is known to be from somebody, and has been looked at.
 *
 * @param query without the question mark; may be empty
 * @param headers the end-to-end ones that a provider may see
 * @param sinceNanos when it came, by {@link System#nanoTime}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Arrival(
        CallContext context,
        Dialect dialect,
        Operation operation,
        String query,
        List<Header> headers,
        byte[] body,
        Peek peek,
        long sinceNanos) {}
