package dev.turnout.protocol.fuzz;

import dev.turnout.contracts.Dialect;
import dev.turnout.protocol.Dialects;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Something that takes bytes from outside.
 *
 * @param name also of the folder of its corpus
 * @param take takes them, and fails if that had to end otherwise
 */
public record FuzzTarget(String name, Consumer<byte[]> take) {

    /** All of them, those of each dialect that is spoken among them. */
    public static List<FuzzTarget> all() {
        var all = new ArrayList<FuzzTarget>();
        all.add(new FuzzTarget("sse", SplitStream::take));
        for (var client : Dialects.ofClients()) {
            all.add(of("request", client, body -> ReadRequest.take(client, body)));
            all.add(of("relay", client, body -> WatchedReply.take(client, body)));
        }
        for (var provider : Dialect.values()) {
            all.add(of("reply", provider, body -> ReadReply.take(provider, body)));
        }
        return all;
    }

    @Override
    public String toString() {
        return name;
    }

    private static FuzzTarget of(String role, Dialect dialect, Consumer<byte[]> take) {
        return new FuzzTarget(role + "-" + dialect.id(), take);
    }
}
