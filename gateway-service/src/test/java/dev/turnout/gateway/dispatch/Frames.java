package dev.turnout.gateway.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.provider.Usage;
import java.util.List;

/** Frames of replies. */
public final class Frames {

    public static final Usage USAGE = new Usage(11, 22, 33, 44, 0, true);

    private Frames() {}

    public static ReplyFrame stream() {
        return head(200, "text/event-stream");
    }

    public static ReplyFrame json(int status) {
        return head(status, "application/json");
    }

    public static ReplyFrame head(int status, String contentType) {
        return new ReplyFrame.Head(status, List.of(new Header("content-type", contentType)));
    }

    /** A whole number of events, or of any other text. */
    public static ReplyFrame bytes(String text) {
        return bytes(text.getBytes(UTF_8));
    }

    public static ReplyFrame bytes(byte[] payload) {
        return new ReplyFrame.Bytes(payload, true);
    }

    /** Text that ends within an event. */
    public static ReplyFrame part(String text) {
        return new ReplyFrame.Bytes(text.getBytes(UTF_8), false);
    }

    public static ReplyFrame end() {
        return new ReplyFrame.End(USAGE, "end_turn", "req_of_the_provider");
    }

    public static ReplyFrame failure(ProblemCode code, String message) {
        return new ReplyFrame.Failure(Problem.of(code, message));
    }
}
