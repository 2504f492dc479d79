package dev.turnout.fakeprovider.grammar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that a stream of OpenAI's chat completions keeps, by number; what the openai SDKs rely
 * on when they read it or add it up:
 *
 * <ol>
 *   <li>every chunk has id, object, created, model and choices, the first three the same in all;
 *       every choice has an index, a delta and a finish reason, which is null before the end;
 *   <li>the role, {@code assistant}, stands in the first delta of a choice and nowhere else; prose
 *       is text or null;
 *   <li>calls are numbered from 0; the first delta of a call has its id, type and name, later ones
 *       only arguments;
 *   <li>the pieces of a call's arguments join to a JSON object, unless the answer is cut off;
 *   <li>each choice has one finish reason that fits its calls, and nothing behind it;
 *   <li>the usage comes last, in a chunk without choices, if it was asked for, and else not at all;
 *   <li>{@code [DONE]} or an error comes last, never both, never neither;
 *   <li>the bytes are UTF-8, no event has a name, every one is a JSON object and ended by a blank
 *       line;
 *   <li>token numbers are not negative and add up; see {@link #promptTokens};
 *   <li>that a client which leaves is felt upstream does not show in bytes: {@link
 *       dev.turnout.fakeprovider.ReceivedRequest#clientLeft} shows it.
 * </ol>
 *
 * Comments may stand between events: they fill silence.
 */
public final class ChatGrammar {

    static final String DONE = "[DONE]";

    /** Whether the request had {@code stream_options.include_usage}. */
    public enum Usage {
        ASKED,
        NOT_ASKED
    }

    private ChatGrammar() {}

    /** What is wrong with a whole stream, each as {@code rule N: what (event M)}. */
    public static List<String> violations(byte[] stream, Usage usage) {
        var violations = new ArrayList<String>();
        var sse = SseText.of(StreamText.decode(stream, violations));
        var check = new ChatStreamCheck(usage, violations);
        for (var event : sse.events()) {
            check.next(event);
        }
        if (sse.unfinished()) {
            violations.add("rule 8: the stream ends within an event");
        }
        check.end();
        return List.copyOf(violations);
    }

    /** The prompt as a client counts it, cached tokens among it; 0 where no usage was sent. */
    public static long promptTokens(byte[] stream) {
        long tokens = 0;
        for (var event : SseText.of(new String(stream, StandardCharsets.UTF_8)).events()) {
            var data = StreamText.tree(event.data());
            if (data != null) {
                tokens = data.path("usage").path("prompt_tokens").asLong(tokens);
            }
        }
        return tokens;
    }
}
