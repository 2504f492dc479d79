package dev.turnout.protocol.reasoning;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.conversation.Fingerprint;
import dev.turnout.protocol.json.CanonicalJson;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.json.ToolInput;

/**
 * A tool call by which the thinking before it is known again: ids alone may come twice, as some
 * models count them from 0 in each conversation.
 *
 * @param id as the client was told it
 * @param name of the tool, as the client knows it
 * @param input as the model wrote it, or the client sends it back; both may write it differently
 */
public record ReasonedCall(String id, String name, String input) {

    /** The same for equal calls, whatever order and spaces their input is written in. */
    public String fingerprint() {
        var call = new JsonWriter().startArray().string(id).string(name).string(canonical());
        return Fingerprint.of(new String(call.endArray().bytes(), UTF_8));
    }

    private String canonical() {
        var object = ToolInput.object(input);
        try {
            return CanonicalJson.of(object);
        } catch (ProblemException tooDeep) {
            return object;
        }
    }
}
