package dev.turnout.adapter.attempt;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.dialect.ReplyReader;
import dev.turnout.protocol.failure.FailedAnswer;
import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a reply is taken, judged by its head. */
sealed interface ReplyHandling {

    /** It goes to the client, and is watched on the way. */
    record Relayed(ReplyReader reader) implements ReplyHandling {}

    /** It does not: its body says why. */
    record Explained() implements ReplyHandling {}

    /** It does not, whatever its body says. */
    record Unusable(Problem problem) implements ReplyHandling {}

    /** For what came compressed in a way that nobody here reads; nothing for any other. */
    static Optional<ReplyHandling> compressed(ProviderCall call, MultiMap headers) {
        var encoding = headers.get("content-encoding");
        return encoding == null || encoding.equalsIgnoreCase("identity")
                ? Optional.empty()
                : Optional.of(unusable(call, "answered compressed, which it was asked not to do."));
    }

    /**
     * Takes what was asked for, and refusals that are final. A stream gets a stream: the client may
     * have been told so already, and a message in its place helps no client that we know.
     */
    static ReplyHandling of(ProviderCall call, int status, MultiMap headers) {
        var type = Type.of(headers.get("content-type"));
        if (status != 200) {
            return type == Type.JSON && FailedAnswer.isFinal(status)
                    ? new Relayed(new FinalRefusal(call, status))
                    : new Explained();
        }
        return switch (call.operation()) {
            case COUNT_TOKENS -> type == Type.JSON ? new Relayed(new AsItIs()) : new Explained();
            case GENERATE, EMBED -> {
                boolean stream = call.stream() && call.operation() == Operation.GENERATE;
                if (type == (stream ? Type.EVENTS : Type.JSON)) {
                    yield new Relayed(Dialects.client(call.dialect()).replyReader(stream));
                }
                yield type == Type.EVENTS
                        ? unusable(call, "answered with a stream, which was not asked for.")
                        : new Explained();
            }
        };
    }

    private static ReplyHandling unusable(ProviderCall call, String what) {
        return new Unusable(Problem.of(ProblemCode.PROVIDER_FAILED, call.target() + " " + what));
    }

    /** What a body is, by its media type. */
    enum Type {
        EVENTS,
        JSON,
        OTHER;

        static Type of(@Nullable String contentType) {
            var type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
            int parameters = type.indexOf(';');
            var essence = (parameters < 0 ? type : type.substring(0, parameters)).strip();
            if (essence.equals("text/event-stream")) {
                return EVENTS;
            }
            return essence.equals("application/json") || essence.endsWith("+json") ? JSON : OTHER;
        }
    }
}
