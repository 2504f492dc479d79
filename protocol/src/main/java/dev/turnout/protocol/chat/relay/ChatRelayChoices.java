package dev.turnout.protocol.chat.relay;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.protocol.chat.wire.ChatStop;
import dev.turnout.protocol.chat.wire.ChatUsage;
import dev.turnout.protocol.json.JsonScan;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * How the choices of a relayed answer stand: mostly one, several where a client asked for {@code
 * n}. The client reads them itself, so that the rules are wider than {@code ChatReplyChoice}'s,
 * which translates the first: any content counts, of any choice and in any shape, and is not
 * decoded.
 */
final class ChatRelayChoices {

    /** More than any server gives; an index beyond is a fault, and counts as the first choice. */
    private static final int MOST = 1024;

    private final ChatUsage usage;
    private final BitSet seen = new BitSet();
    private final BitSet finished = new BitSet();

    private boolean begun;
    private boolean calls;
    private boolean refused;
    private @Nullable String finishReason;
    private @Nullable ProblemCode failure;

    /**
     * @param usage is told of Moonshot's, which stands within a choice
     */
    ChatRelayChoices(ChatUsage usage) {
        this.usage = usage;
    }

    /** Reads the array on which the scan stands; true where it held usage. */
    boolean read(JsonScan scan) {
        boolean counted = false;
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                counted |= choice(scan);
            }
        }
        return counted;
    }

    /** Whether any of them has said something, or that it has nothing to say. */
    boolean begun() {
        return begun;
    }

    /** Whether each that was seen has its finish reason. */
    boolean finished() {
        return !seen.isEmpty() && finished.cardinality() == seen.cardinality();
    }

    /** The failure that a finish reason stands for; null without one. */
    @Nullable ProblemCode failure() {
        return failure;
    }

    /**
     * Why the model stopped, in Anthropic's words; null while nobody says.
     *
     * @param done whether the answer has ended: then a missing finish reason is an ordinary one
     */
    @Nullable String stopReason(boolean done) {
        if (failure != null || (finishReason == null && !(done && begun))) {
            return null;
        }
        return refused
                ? "refusal"
                : ChatStop.reason(finishReason == null ? "" : finishReason, calls);
    }

    private boolean choice(JsonScan scan) {
        if (!scan.enterObject()) {
            return false;
        }
        int index = 0;
        boolean counted = false;
        String finish = null;
        while (scan.nextField()) {
            switch (scan.name()) {
                case "index" -> index = (int) scan.longOr(0);
                case "delta", "message" -> message(scan);
                case "text" -> begun |= hasText(scan);
                case "finish_reason" -> finish = scan.stringOrNull();
                case "usage" -> {
                    counted = isObject(scan);
                    usage.read(scan);
                }
                default -> {}
            }
        }
        int bit = index < 0 || index >= MOST ? 0 : index;
        seen.set(bit);
        if (finish != null && !finish.isEmpty()) {
            finished.set(bit);
            failure = ChatStop.failure(finish);
            begun |= failure == null;
            finishReason = bit == 0 || finishReason == null ? finish : finishReason;
        }
        return counted;
    }

    private void message(JsonScan scan) {
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "content", "reasoning_content", "reasoning", "reasoning_details", "audio" ->
                        begun |= isObject(scan) || hasText(scan);
                case "refusal" -> refused |= hasText(scan);
                case "tool_calls", "function_call" -> calls |= isObject(scan) || hasText(scan);
                default -> {}
            }
        }
        begun |= calls || refused;
    }

    /** A string or an array with something in it. */
    private static boolean hasText(JsonScan scan) {
        if (scan.isString()) {
            return !scan.is("");
        }
        boolean any = false;
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                any = true;
            }
        }
        return any;
    }

    private static boolean isObject(JsonScan scan) {
        return scan.kind().equals("an object");
    }
}
