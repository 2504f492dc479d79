package dev.turnout.protocol.property;

import dev.turnout.contracts.Dialect;
import dev.turnout.protocol.conversation.Conversation;
import java.util.EnumSet;
import java.util.Set;

/**
 * The table of what each dialect cannot say of a conversation, toward a provider that takes most.
 */
final class Losses {

    private Losses() {}

    static Set<Loss> of(Dialect provider) {
        return switch (provider) {
            case ANTHROPIC ->
                    EnumSet.of(
                            Loss.SYSTEM_TURNS,
                            Loss.SEARCHES_AS_TEXT,
                            Loss.TOOL_REFERENCES,
                            Loss.UNSIGNED_THINKING,
                            Loss.BLANK_TEXTS,
                            Loss.STRICT_TOOLS,
                            Loss.CHOICE_WITHOUT_TOOLS,
                            Loss.PARALLEL_NONE,
                            Loss.UNSAID_LIMIT,
                            Loss.RANDOMNESS_BESIDE_THINKING,
                            Loss.TOP_P_BESIDE_TEMPERATURE,
                            Loss.BUDGET,
                            Loss.EFFORT_OF_NONE,
                            Loss.SESSION,
                            Loss.STREAM_USAGE);
            case OPENAI_CHAT ->
                    EnumSet.of(
                            Loss.SEARCHES_AS_CALLS,
                            Loss.TOOL_REFERENCES,
                            Loss.PLAIN_DOCUMENTS,
                            Loss.UNTITLED_DOCUMENTS,
                            Loss.MEDIA_IN_RESULTS,
                            Loss.EMPTY_RESULTS,
                            Loss.FAILED_RESULTS,
                            Loss.SIGNATURES,
                            Loss.THINKING_WITHOUT_TOOLS,
                            Loss.REDACTED_THINKING,
                            Loss.CALLS_AMONG_TEXTS,
                            Loss.LONG_IDS,
                            Loss.SEAMS_OF_TEXTS,
                            Loss.SERVER_TOOLS,
                            Loss.STRICT_TOOLS,
                            Loss.CHOICE_WITHOUT_TOOLS,
                            Loss.STOPS_BEYOND_FOUR,
                            Loss.BUDGET,
                            Loss.EFFORT_OF_NONE,
                            Loss.THINKING_WITHOUT_EFFORT,
                            Loss.EFFORT_ALONE,
                            Loss.EFFORT_MAX,
                            Loss.USER,
                            Loss.STREAM_USAGE);
            case OPENAI_RESPONSES ->
                    EnumSet.of(
                            Loss.SEARCHES_WITH_QUERIES,
                            Loss.TOOL_REFERENCES,
                            Loss.PLAIN_DOCUMENTS,
                            Loss.UNTITLED_DOCUMENTS,
                            Loss.TITLES_OF_REMOTE_DOCUMENTS,
                            Loss.EMPTY_RESULTS,
                            Loss.FAILED_RESULTS,
                            Loss.THINKING,
                            Loss.REDACTED_THINKING,
                            Loss.SEAMS_OF_TEXTS,
                            Loss.CACHE_MARKS,
                            Loss.CHOICE_OF_SERVER_TOOL,
                            Loss.STRICT_TOOLS,
                            Loss.CHOICE_WITHOUT_TOOLS,
                            Loss.RANDOMNESS,
                            Loss.STOPS,
                            Loss.BUDGET,
                            Loss.EFFORT_OF_NONE,
                            Loss.EFFORT_ALONE,
                            Loss.EFFORT_MAX,
                            Loss.USER,
                            Loss.STREAM_USAGE);
            case GEMINI -> throw new IllegalArgumentException("nobody reads what it is sent");
        };
    }

    /** The conversation but for what is lost. */
    static Conversation without(Set<Loss> losses, Conversation conversation) {
        var rest = ordered(conversation);
        for (var loss : losses) {
            rest = ordered(loss.erase(rest)); // neighbours of one role may now be one turn
        }
        return SameForm.of(rest);
    }

    private static Conversation ordered(Conversation c) {
        return Rewrite.turns(c, c.orderedTurns(block -> true, true));
    }
}
