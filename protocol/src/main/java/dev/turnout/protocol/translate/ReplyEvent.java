package dev.turnout.protocol.translate;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.conversation.Carried;
import org.jspecify.annotations.Nullable;

/**
 * One step of a reply. They come in the grammar of Anthropic's streams:
 *
 * <pre>
 *   Started ( BlockStarted delta* BlockStopped )* Stopped
 * </pre>
 *
 * Blocks never interleave. A {@link Failed} may stand in place of all that is still to come.
 */
public sealed interface ReplyEvent {

    /**
     * @param id the provider's own; null where it gives none
     * @param model the provider's own name of it; null where it gives none
     * @param usage what is known of the prompt already
     */
    record Started(@Nullable String id, @Nullable String model, Usage usage)
            implements ReplyEvent {}

    record BlockStarted(ReplyBlock block) implements ReplyEvent {}

    /** More of a text block. */
    record TextDelta(String text) implements ReplyEvent {}

    /** More of a thinking block. */
    record ThinkingDelta(String text) implements ReplyEvent {}

    /** Who vouches for the thinking block; once, before it stops. */
    record SignatureDelta(String signature) implements ReplyEvent {}

    /**
     * What the provider wants back, within a thinking block, once, before it stops: sealed into the
     * {@link SignatureDelta} behind it, so that nobody has to write it.
     */
    record CarriedDelta(Carried carried) implements ReplyEvent {}

    /**
     * More of a tool's input: all of them together are one JSON object with nothing behind it, or
     * nothing at all. What stands between its brackets is the model's, told as it comes: a fault
     * within is found by who reads the whole.
     */
    record InputDelta(String json) implements ReplyEvent {}

    record BlockStopped() implements ReplyEvent {}

    /**
     * The answer is whole.
     *
     * @param reason why the model stopped, in Anthropic's words; {@code tool_use} only behind a
     *     {@link ReplyBlock.ToolUse}, and {@code end_turn} only without one
     * @param sequence the stop sequence that it met; null if none, or nobody knows which
     * @param explanation of a refusal, for the user; null without one
     */
    record Stopped(
            String reason, @Nullable String sequence, @Nullable String explanation, Usage usage)
            implements ReplyEvent {

        public static final String END_TURN = "end_turn";
        public static final String TOOL_USE = "tool_use";
        public static final String REFUSAL = "refusal";

        /** Whether the model chose to stop, and neither a limit nor a filter. */
        public boolean isOfItself() {
            return reason.equals(END_TURN) || reason.equals(TOOL_USE);
        }

        /** The model stopped of itself, or at a limit. */
        public Stopped(String reason, @Nullable String sequence, Usage usage) {
            this(reason, sequence, null, usage);
        }
    }

    /** The provider says that the answer failed. */
    record Failed(Problem problem) implements ReplyEvent {}
}
