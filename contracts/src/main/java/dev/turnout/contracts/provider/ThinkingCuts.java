package dev.turnout.contracts.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How thinking is cut out of a body, so that what stays is still a request.
 *
 * @param spans to be cut out, each with the comma that goes with it
 * @param enabled the value of {@code thinking}, where it has to be switched off: the provider
 *     demands the thinking before the calls whose results are brought, and it is cut
 */
public record ThinkingCuts(List<Span> spans, @Nullable Span enabled) {

    public static final ThinkingCuts NONE = new ThinkingCuts(List.of(), null);

    public ThinkingCuts {
        spans = List.copyOf(spans);
    }
}
