package dev.turnout.protocol.anthropic.wire;

import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.routing.RequestClass;
import org.jspecify.annotations.Nullable;

/**
 * The signs by which a request's class is told. Measured with Claude Code 2.1.330, which says the
 * class itself in {@value #HINT} where its user has switched hint headers on.
 *
 * @param webSearch the only tool is of a type {@code web_search_…}: the inner request of a search,
 *     also within a sub-agent; beside other tools, a model decides whether to search
 * @param compaction the last user message begins with the order to summarize
 * @param sideQuestion the last user message asks for a suggestion or an aside. Such a request
 *     carries the whole main conversation: it needs the main model's window and shares its cache
 * @param subagent the agent's id is in the headers, or the first system block says so
 * @param bare neither tools nor thinking, from Claude Code: titles, names, summaries. The same from
 *     an SDK is somebody's main request
 */
public record AnthropicSigns(
        boolean webSearch,
        boolean compaction,
        boolean sideQuestion,
        boolean subagent,
        boolean bare) {

    public static final String HINT = "x-claude-code-request-class";

    public static final String COMPACTION_TEXT =
            "CRITICAL: Respond with TEXT ONLY. Do NOT call any tools.";
    public static final String SUGGESTION_TEXT = "[SUGGESTION MODE:";
    public static final String ASIDE_TEXT =
            "<system-reminder>This is a side question from the user.";
    public static final String SUBAGENT_TEXT = "cc_is_subagent=true";
    public static final String CLAUDE_CODE_TEXT = "x-anthropic-billing-header:";

    /** The class; the first rule that fits wins, and a hint that says nothing more is no rule. */
    public RequestClass classOf(Operation operation, @Nullable String hint) {
        if (operation == Operation.COUNT_TOKENS) {
            return RequestClass.COUNT;
        }
        if (webSearch) {
            return RequestClass.WEB_SEARCH;
        }
        return switch (hint) {
            case "main" -> RequestClass.MAIN;
            case "subagent" -> RequestClass.SUBAGENT;
            case "compaction" -> RequestClass.COMPACTION;
            case "auxiliary" -> sideQuestion ? RequestClass.MAIN : RequestClass.BACKGROUND;
            case null, default -> told();
        };
    }

    private RequestClass told() {
        if (compaction) {
            return RequestClass.COMPACTION;
        }
        if (subagent) {
            return RequestClass.SUBAGENT;
        }
        return bare && !sideQuestion ? RequestClass.BACKGROUND : RequestClass.MAIN;
    }
}
