package dev.turnout.protocol.responses.peek;

import dev.turnout.contracts.provider.ThinkingCuts;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.peek.ElementCuts;
import dev.turnout.protocol.peek.RoutingTags;
import dev.turnout.protocol.peek.TokenEstimate;
import java.util.List;

/**
 * What the items of a request tell together: the instructions, the system's messages, the user's
 * first ones, what came last from the user.
 */
final class ResponsesPeekInput {

    /** How opencode 1.18 asks for the title of a conversation. */
    private static final String TITLE_TEXT = "You are a title generator";

    /** How Codex asks for a summary where its provider does not compact (templates/compact). */
    private static final String COMPACTION_TEXT =
            "You are performing a CONTEXT CHECKPOINT COMPACTION";

    private final byte[] body;
    private final TokenEstimate size;
    private final RoutingTags tags = new RoutingTags();
    private final ElementCuts sealed = new ElementCuts();
    private boolean saysAnything;
    private boolean answered;
    private boolean round;
    private boolean image;
    private boolean compaction;
    private boolean wantsTitle;

    /**
     * @param size is told of what is not text
     */
    ResponsesPeekInput(byte[] body, TokenEstimate size) {
        this.body = body;
        this.size = size;
    }

    /** Reads {@code instructions}. */
    void instructions(JsonScan scan) {
        if (scan.isString()) {
            tags.search(body, scan.start());
            wantsTitle |= scan.startsWith(TITLE_TEXT);
        }
    }

    /** Reads {@code input}; a problem where it is neither a text nor an array of objects. */
    void read(JsonScan scan) {
        if (scan.isString()) {
            saysAnything = !scan.is("");
            tags.search(body, scan.start());
            compaction = scan.startsWith(COMPACTION_TEXT);
        } else if (scan.enterArray()) {
            for (int i = 0; scan.nextElement(); i++) {
                int start = scan.start();
                var item = new ResponsesPeekItem(body, size);
                item.read(scan, i);
                add(item);
                if (item.sealed()) {
                    sealed.cut(start, scan.end());
                } else {
                    sealed.keep(start, scan.end());
                }
            }
        } else if (!scan.isNull()) {
            throw ResponsesPeek.invalid(
                    "input: Expected a string or an array of items, not " + scan.kind() + ".");
        }
    }

    /** The cuts that take out what bears a seal of ours. */
    ThinkingCuts sealedThinking() {
        var spans = sealed.cutsAll() ? List.of(sealed.all()) : sealed.spans();
        return spans.isEmpty() ? ThinkingCuts.NONE : new ThinkingCuts(spans, null);
    }

    boolean saysAnything() {
        return saysAnything;
    }

    /** Found in instructions, system messages, and the user's before the first answer. */
    RoutingTags tags() {
        return tags;
    }

    /** An image stands in what came from the user since the last answer. */
    boolean image() {
        return image;
    }

    /** The last item orders a summary of the conversation. */
    boolean compaction() {
        return compaction;
    }

    /** A system message orders no more than a title. */
    boolean wantsTitle() {
        return wantsTitle;
    }

    private void add(ResponsesPeekItem item) {
        saysAnything = true;
        switch (item.speaker()) {
            case SYSTEM -> {
                tags.addAll(item.tags());
                wantsTitle |= item.wantsTitle();
            }
            case USER -> {
                if (!answered && item.isMessage()) {
                    tags.addAll(item.tags());
                }
                image = item.image() || (image && !round);
                round = false;
                compaction = item.compaction();
            }
            case ASSISTANT -> {
                answered = true;
                round = true;
                compaction = false;
            }
            case NOBODY -> {}
        }
    }

    static boolean isTitle(JsonScan scan) {
        return scan.startsWith(TITLE_TEXT);
    }

    static boolean isCompaction(JsonScan scan) {
        return scan.startsWith(COMPACTION_TEXT);
    }
}
