package dev.turnout.protocol.chat.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.Problem;
import dev.turnout.protocol.failure.OpenAiErrors;
import dev.turnout.protocol.json.JsonScan;

/** Problems in the words of the Chat Completions API, both ways. */
public final class ChatErrors {

    private ChatErrors() {}

    /**
     * The answer's body: {@code {"error":{"message","type","param":null,"code"}}}. It has no place
     * for the request id, which these clients read from a header.
     */
    public static byte[] body(Problem problem, String requestId) {
        return OpenAiErrors.json(problem).getBytes(UTF_8);
    }

    /** The same as the last event of a stream: nothing follows it, no {@code [DONE]} either. */
    public static byte[] event(Problem problem, String requestId) {
        return ChatEvents.event(OpenAiErrors.json(problem));
    }

    /** Whether MiniMax's {@code base_resp} tells of one: it is in good answers too, with code 0. */
    public static boolean isBaseRespError(JsonScan scan) {
        long code = 0;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                code = scan.name().equals("status_code") ? scan.longOr(0) : code;
            }
        }
        return code != 0;
    }
}
