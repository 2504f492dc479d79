package dev.turnout.gateway.dispatch;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.protocol.peek.Peek;
import java.util.List;

/**
 * A request that has come in, is known to be from somebody, and has been looked at. Its body is not
 * part of it: that is let go long before the request ends.
 *
 * @param query without the question mark; may be empty
 * @param headers the end-to-end ones that a provider may see
 * @param sinceNanos when it came, by {@link System#nanoTime}
 * @param readNanos when its body was whole
 */
public record Arrival(
        CallContext context,
        Dialect dialect,
        Operation operation,
        String query,
        List<Header> headers,
        Peek peek,
        long sinceNanos,
        long readNanos) {}
