package dev.turnout.protocol;

import dev.turnout.contracts.Dialect;
import java.util.Arrays;
import java.util.stream.Stream;

/** A client's dialect and a provider's other one. */
public record DialectPair(Dialect client, Dialect provider) {

    /** All pairs that are translated. */
    public static Stream<DialectPair> all() {
        return Dialects.ofClients().stream()
                .flatMap(
                        client ->
                                Arrays.stream(Dialect.values())
                                        .filter(provider -> provider != client)
                                        .map(provider -> new DialectPair(client, provider)));
    }

    /** Of its goldens. */
    public String folder() {
        return "golden/" + client.id() + "/" + provider.id();
    }

    @Override
    public String toString() {
        return client.id() + " to " + provider.id();
    }
}
