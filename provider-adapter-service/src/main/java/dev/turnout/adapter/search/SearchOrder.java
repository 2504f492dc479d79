package dev.turnout.adapter.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.search.SearchQuery;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;

/**
 * What a request whose only tool is a {@code web_search_…} looks for. Claude Code's inner request
 * says it in one user message (measured with 2.1.330).
 *
 * @param text what is looked for; empty where the last user message has no text
 * @param allowedDomains of the tool's declaration
 * @param blockedDomains likewise
 */
record SearchOrder(String text, List<String> allowedDomains, List<String> blockedDomains) {

    /** As many as a result page has; what a model can use of a search. */
    private static final int COUNT = 10;

    private static final String TOOL = "web_search_";
    private static final String ASKED = "Perform a web search for the query:";

    /**
     * Reads it; a {@code TARGET_UNUSABLE} problem where the request wants no search. Beside other
     * tools, whether to search is for a model to decide.
     */
    static SearchOrder of(Conversation conversation) {
        var tools = conversation.tools();
        if (tools.size() == 1
                && tools.getFirst() instanceof Tool.Server server
                && server.type().startsWith(TOOL)) {
            return of(text(conversation), server.json());
        }
        throw Problem.of(
                        ProblemCode.TARGET_UNUSABLE,
                        "search/direct answers requests whose one and only tool is web_search."
                                + " Route this one to a model.")
                .asException();
    }

    SearchQuery query(CallContext context) {
        return new SearchQuery(context, text, COUNT, allowedDomains, blockedDomains);
    }

    private static SearchOrder of(String text, String declaration) {
        var allowed = new ArrayList<String>();
        var blocked = new ArrayList<String>();
        try (var scan = JsonScan.of(declaration.getBytes(UTF_8))) {
            scan.enterObject();
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "allowed_domains" -> addAll(scan, allowed);
                    case "blocked_domains" -> addAll(scan, blocked);
                    default -> {}
                }
            }
        }
        return new SearchOrder(text, allowed, blocked);
    }

    private static void addAll(JsonScan scan, List<String> domains) {
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                domains.add(scan.string());
            }
        }
    }

    private static String text(Conversation conversation) {
        var last = "";
        for (var turn : conversation.turns()) {
            if (turn.role() == Turn.Role.USER) {
                last = text(turn.content());
            }
        }
        return last.startsWith(ASKED) ? last.substring(ASKED.length()).strip() : last.strip();
    }

    private static String text(List<Block> content) {
        var text = "";
        for (var block : content) {
            if (block instanceof Block.Text(var words, var cached) && !words.isBlank()) {
                text = words;
            }
        }
        return text;
    }
}
