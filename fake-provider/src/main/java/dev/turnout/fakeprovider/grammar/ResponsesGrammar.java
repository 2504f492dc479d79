package dev.turnout.fakeprovider.grammar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules that a stream of OpenAI's Responses keeps, by number; what the openai SDKs and Codex
 * rely on when they read it or add it up:
 *
 * <ol>
 *   <li>events are numbered from 0 by their {@code sequence_number};
 *   <li>{@code response.created} comes first and once, with id, object, creation, model and no
 *       output; id and model stay the same in all that bear a response;
 *   <li>items are numbered from 0; each is added once and done once, as the same type under the
 *       same id, and what is said of one between names it;
 *   <li>the parts of an item are numbered from 0, each added once and done once; a delta stands
 *       within its part and fits it;
 *   <li>the deltas joined are what the done of the text, of the part and of the item say; the
 *       arguments of a call likewise, which are a JSON object unless they are cut off;
 *   <li>the output of the last response is the items done, in their order;
 *   <li>{@code response.completed}, {@code incomplete}, {@code failed} or {@code error} comes last
 *       and alone, with the status, the reason or the error that fits; there is no {@code [DONE]};
 *   <li>the bytes are UTF-8, every event is named as its data says and ended by a blank line;
 *   <li>a response that is completed or incomplete has usage; token numbers are not negative and
 *       add up; see {@link #promptTokens};
 *   <li>that a client which leaves is felt upstream does not show in bytes: {@link
 *       dev.turnout.fakeprovider.ReceivedRequest#clientLeft} shows it.
 * </ol>
 *
 * Comments may stand between events: they fill silence. A gateway that relays the stream may end it
 * with a {@code response.failed} of its own, whose number is the highest there is.
 */
public final class ResponsesGrammar {

    private ResponsesGrammar() {}

    /** What is wrong with a whole stream, each as {@code rule N: what (event M)}. */
    public static List<String> violations(byte[] stream) {
        var violations = new ArrayList<String>();
        var sse = SseText.of(StreamText.decode(stream, violations));
        var check = new ResponsesStreamCheck(violations);
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
                tokens = data.path("response").path("usage").path("input_tokens").asLong(tokens);
            }
        }
        return tokens;
    }
}
