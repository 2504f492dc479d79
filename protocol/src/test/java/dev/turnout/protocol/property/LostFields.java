package dev.turnout.protocol.property;

import dev.turnout.contracts.routing.Effort;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Reasoning;
import dev.turnout.protocol.conversation.Reasoning.Mode;
import dev.turnout.protocol.conversation.Sampling;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.ToolChoice;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conversations that say less of how they are to be answered. */
final class LostFields {

    private static final Integer USUAL_LIMIT = 32_000;
    private static final int MOST_STOPS = 4;

    private LostFields() {}

    static Conversation serverTools(Conversation c) {
        return Rewrite.tools(
                c, tool -> tool instanceof Tool.Server ? Stream.empty() : Stream.of(tool));
    }

    static Conversation choiceOfServerTool(Conversation c) {
        var choice = c.toolChoice();
        return choice != null && c.tools().stream().anyMatch(tool -> isServed(tool, choice.tool()))
                ? Rewrite.toolChoice(
                        c, new ToolChoice(ToolChoice.Kind.ANY, null, choice.parallel()))
                : c;
    }

    private static boolean isServed(Tool tool, @Nullable String chosen) {
        return tool instanceof Tool.Server && tool.name().equals(chosen);
    }

    static Conversation strictTools(Conversation c) {
        return Rewrite.tools(
                c,
                tool ->
                        Stream.of(
                                tool instanceof Tool.Function f
                                        ? new Tool.Function(
                                                f.name(), f.description(), f.schema(), null)
                                        : tool));
    }

    static Conversation choiceWithoutTools(Conversation c) {
        return c.tools().isEmpty() ? Rewrite.toolChoice(c, null) : c;
    }

    static Conversation parallelNone(Conversation c) {
        var choice = c.toolChoice();
        return choice != null && choice.kind() == ToolChoice.Kind.NONE
                ? Rewrite.toolChoice(c, new ToolChoice(ToolChoice.Kind.NONE, null, true))
                : c;
    }

    static Conversation unsaidLimit(Conversation c) {
        return Rewrite.sampling(
                c,
                s ->
                        new Sampling(
                                s.maxTokens() == null ? USUAL_LIMIT : s.maxTokens(),
                                s.temperature(),
                                s.topP(),
                                s.topK(),
                                s.stop()));
    }

    static Conversation randomness(Conversation c) {
        return Rewrite.sampling(c, s -> new Sampling(s.maxTokens(), null, null, null, s.stop()));
    }

    static Conversation randomnessBesideThinking(Conversation c) {
        return c.reasoning() != null && c.reasoning().mode() == Mode.ON ? randomness(c) : c;
    }

    static Conversation topPBesideTemperature(Conversation c) {
        return Rewrite.sampling(
                c,
                s ->
                        s.temperature() == null
                                ? s
                                : new Sampling(
                                        s.maxTokens(), s.temperature(), null, s.topK(), s.stop()));
    }

    static Conversation stops(Conversation c) {
        return stops(c, 0);
    }

    static Conversation stopsBeyondFour(Conversation c) {
        return stops(c, MOST_STOPS);
    }

    private static Conversation stops(Conversation c, int most) {
        return Rewrite.sampling(
                c,
                s ->
                        new Sampling(
                                s.maxTokens(),
                                s.temperature(),
                                s.topP(),
                                s.topK(),
                                s.stop().stream().limit(most).toList()));
    }

    static Conversation budget(Conversation c) {
        return reasoning(c, r -> new Reasoning(r.mode(), r.effortOrBudget(), null));
    }

    static Conversation effortOfNone(Conversation c) {
        return reasoning(c, r -> r.mode() == Mode.OFF ? new Reasoning(Mode.OFF, null, null) : r);
    }

    static Conversation thinkingWithoutEffort(Conversation c) {
        var reasoning = c.reasoning();
        return reasoning != null && reasoning.mode() != Mode.OFF && reasoning.effort() == null
                ? Rewrite.reasoning(c, null)
                : c;
    }

    static Conversation effortAlone(Conversation c) {
        return reasoning(
                c,
                r ->
                        r.mode() == Mode.UNSAID
                                ? new Reasoning(Mode.ON, r.effort(), r.budgetTokens())
                                : r);
    }

    static Conversation effortMax(Conversation c) {
        return reasoning(
                c,
                r ->
                        r.effort() == Effort.MAX
                                ? new Reasoning(r.mode(), Effort.XHIGH, r.budgetTokens())
                                : r);
    }

    static Conversation user(Conversation c) {
        return Rewrite.who(c, null, c.session());
    }

    static Conversation session(Conversation c) {
        return Rewrite.who(c, c.user(), null);
    }

    static Conversation streamUsage(Conversation c) {
        return Rewrite.withoutStreamUsage(c);
    }

    private static Conversation reasoning(Conversation c, UnaryOperator<Reasoning> change) {
        return c.reasoning() == null ? c : Rewrite.reasoning(c, change.apply(c.reasoning()));
    }
}
