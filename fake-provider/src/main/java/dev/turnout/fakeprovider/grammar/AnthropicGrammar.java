package dev.turnout.fakeprovider.grammar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that a stream of Anthropic Messages keeps, by number:
 *
 * <ol>
 *   <li>{@code message_start} comes first and once, with id, type, role, model, empty content and
 *       usage;
 *   <li>blocks are numbered from 0, one after the other, each with an empty shell, deltas and a
 *       stop;
 *   <li>a delta fits its block; the signature comes once, last;
 *   <li>the pieces of a tool's input join to a JSON object, or to nothing;
 *   <li>one {@code message_delta} with a stop reason that fits the blocks, and output tokens that
 *       only grow;
 *   <li>{@code message_stop} or {@code error} comes last, never both, never neither;
 *   <li>{@code ping} may stand anywhere, and says nothing else;
 *   <li>the bytes are UTF-8, every event is named as its data says and ended by a blank line;
 *   <li>token numbers are not negative; see {@link #promptTokens};
 *   <li>that a client which leaves is felt upstream does not show in bytes: {@link
 *       dev.turnout.fakeprovider.ReceivedRequest#clientLeft} shows it.
 * </ol>
 */
public final class AnthropicGrammar {

    /** Who wrote a stream: of a provider's, relayed, rule 5 is not asked. */
    public enum Author {
        TURNOUT,
        PROVIDER
    }

    private AnthropicGrammar() {}

    /** What is wrong with a stream that Turnout wrote; empty for nothing. */
    public static List<String> violations(byte[] stream) {
        return violations(stream, Author.TURNOUT);
    }

    /** What is wrong with a whole stream, each as {@code rule N: what (event M)}. */
    public static List<String> violations(byte[] stream, Author author) {
        var violations = new ArrayList<String>();
        var sse = SseText.of(StreamText.decode(stream, violations));
        var check = new AnthropicStreamCheck(author, violations);
        for (var event : sse.events()) {
            var data = StreamText.object(event.data());
            if (data == null) {
                violations.add("rule 8: data is no JSON object: " + event.data());
            } else {
                check.next(event.name(), data);
            }
        }
        if (sse.unfinished()) {
            violations.add("rule 8: the stream ends within an event");
        }
        check.end();
        return List.copyOf(violations);
    }

    /**
     * The prompt as a client counts it: input, cache reads and cache writes, a later number
     * replacing an earlier one. Rule 9 wants it to equal what the provider counted.
     */
    public static long promptTokens(byte[] stream) {
        long input = 0;
        long read = 0;
        long written = 0;
        for (var event : SseText.of(new String(stream, StandardCharsets.UTF_8)).events()) {
            var data = StreamText.tree(event.data());
            if (data != null) {
                var start = data.path("message").path("usage");
                var usage = start.isMissingNode() ? data.path("usage") : start;
                input = usage.path("input_tokens").asLong(input);
                read = usage.path("cache_read_input_tokens").asLong(read);
                written = usage.path("cache_creation_input_tokens").asLong(written);
            }
        }
        return input + read + written;
    }
}
