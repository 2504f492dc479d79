package dev.turnout.protocol.conversation;

import dev.turnout.protocol.json.JsonPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of a model, whatever its dialect.
 *
 * @param system texts that stand before the first turn, in order; the attribution block of Claude
 *     Code is not among them
 * @param turns in order, as they came: equal roles may follow one another
 * @param tools that the model may call now; those that are deferred and not yet loaded are left out
 * @param toolChoice null where the request says nothing
 * @param sampling how the answer is made
 * @param reasoning null where the request says nothing of it
 * @param format null for free text
 * @param user an opaque name of the end user; null without one
 * @param session the client's session, for a provider's cache; null without one
 * @param stream whether a stream is wanted
 * @param streamUsage whether a client of OpenAI's dialects wants usage in its stream
 * @param dropped fields of the request that have no place here, by name, to be counted; {@code
 *     unknown} for all that are not known
 */
public record Conversation(
        List<Block.Text> system,
        List<Turn> turns,
        List<Tool> tools,
        @Nullable ToolChoice toolChoice,
        Sampling sampling,
        @Nullable Reasoning reasoning,
        @Nullable AnswerFormat format,
        @Nullable String user,
        @Nullable String session,
        boolean stream,
        boolean streamUsage,
        List<String> dropped) {

    /** Messages that Anthropic takes in one request. */
    private static final int MAX_MESSAGES = 100_000;

    public Conversation {
        system = List.copyOf(system);
        turns = List.copyOf(turns);
        tools = List.copyOf(tools);
        dropped = List.copyOf(dropped);
    }

    /**
     * The turns in the order that providers demand, as {@link OrderedTurns} has it; an {@code
     * INVALID_REQUEST} problem where neither they nor the system texts say anything.
     */
    public List<Turn> orderedTurns(Predicate<Block> sayable, boolean systemAnywhere) {
        var ordered = OrderedTurns.of(turns, sayable, systemAnywhere);
        if (ordered.isEmpty() && system.stream().noneMatch(sayable)) {
            throw JsonPlace.field("messages")
                    .invalid("Nothing is said. Send at least one message with content.");
        }
        return ordered;
    }

    /**
     * Refuses a conversation of more messages than Anthropic takes, with an {@code INVALID_REQUEST}
     * problem.
     *
     * @param messages so far
     * @param place of the field that holds them
     */
    public static void checkLength(int messages, JsonPlace place) {
        if (messages > MAX_MESSAGES) {
            throw place.invalid(
                    "One request has at most 100,000 messages. Leave out or sum up the oldest.");
        }
    }

    /** Whether none of these turns is the user's, of whom some providers demand one. */
    public static boolean lacksUser(List<Turn> turns) {
        return turns.stream().noneMatch(turn -> turn.role() == Turn.Role.USER);
    }

    /** The same with other turns, and other names of what has no place. */
    public Conversation with(List<Turn> otherTurns, List<String> otherDropped) {
        return new Conversation(
                system,
                otherTurns,
                tools,
                toolChoice,
                sampling,
                reasoning,
                format,
                user,
                session,
                stream,
                streamUsage,
                otherDropped);
    }

    /** How the client calls those tools that it does not call by their names here, by these. */
    public Map<String, ToolOrigin> toolOrigins() {
        var origins = new HashMap<String, ToolOrigin>();
        for (var tool : tools) {
            if (tool instanceof Tool.Function function && function.origin() != null) {
                origins.put(function.name(), function.origin());
            }
        }
        return origins;
    }

    /** Whether the model has called a tool of the client's. */
    public boolean hasCalls() {
        return turns.stream()
                .flatMap(turn -> turn.content().stream())
                .anyMatch(Block.ToolUse.class::isInstance);
    }
}
