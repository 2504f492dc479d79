package dev.turnout.protocol.markup;

import dev.turnout.protocol.conversation.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stretch of text behind an opening, of which some grammars may make calls. */
final class MarkedStretch {

    /** What the text so far is. */
    sealed interface Reading {

        /** More has to come. */
        record Open() implements Reading {}

        /** No calls, whatever comes. */
        record Plain() implements Reading {}

        /**
         * Calls.
         *
         * @param end offset behind them
         */
        record Calls(List<MarkedCall> calls, int end) implements Reading {}
    }

    private static final Reading OPEN = new Reading.Open();
    private static final Reading PLAIN = new Reading.Plain();

    private static final class Candidate {
        private final CallMarkup markup;
        private final Fence fence;

        /** Whether the text begins as this grammar has it. */
        private boolean begun;

        /** Up to where no closing ends the calls. */
        private int searched;

        /** Closings that did not end them. */
        private int refuted;

        private Candidate(CallMarkup markup, Fence fence) {
            this.markup = markup;
            this.fence = fence;
        }
    }

    /** A model that goes on writing closings is caught in a loop. */
    private static final int MOST_REFUTED = 64;

    private final String opening;
    private final Function<String, Tool.@Nullable Function> tools;
    private final List<Candidate> candidates = new ArrayList<>();

    /**
     * @param markups all that are known
     */
    MarkedStretch(
            String opening,
            List<CallMarkup> markups,
            Function<String, Tool.@Nullable Function> tools) {
        this.opening = opening;
        this.tools = tools;
        for (var markup : markups) {
            for (var fence : markup.fences()) {
                if (fence.opening().equals(opening)) {
                    candidates.add(new Candidate(markup, fence));
                }
            }
        }
    }

    String opening() {
        return opening;
    }

    /** What the text behind the opening is; it only ever grows. */
    Reading read(StringBuilder text) {
        candidates.removeIf(candidate -> !mayBegin(candidate, text));
        Reading.Calls first = null;
        for (var candidate : candidates) {
            var found = candidate.begun ? closed(candidate, text) : null;
            if (found != null && (first == null || found.end() < first.end())) {
                first = found;
            }
        }
        if (first != null) {
            return first;
        }
        candidates.removeIf(candidate -> candidate.refuted > MOST_REFUTED);
        return candidates.isEmpty() ? PLAIN : OPEN;
    }

    /** The calls of a text behind which nothing comes, its closing missing; null for none. */
    @Nullable List<MarkedCall> ended(String text) {
        for (var candidate : candidates) {
            var calls = candidate.begun ? candidate.markup.calls(text, tools) : null;
            if (calls != null) {
                return calls;
            }
        }
        return null;
    }

    private static boolean mayBegin(Candidate candidate, StringBuilder text) {
        if (candidate.begun) {
            return true;
        }
        var matcher = candidate.fence.beginning().matcher(text);
        candidate.begun = matcher.lookingAt();
        return candidate.begun || matcher.hitEnd();
    }

    private Reading.@Nullable Calls closed(Candidate candidate, StringBuilder text) {
        var closing = candidate.fence.closing();
        int at = text.indexOf(closing, candidate.searched);
        while (at >= 0) {
            var calls = candidate.markup.calls(text.substring(0, at), tools);
            if (calls != null) {
                return new Reading.Calls(calls, at + closing.length());
            }
            candidate.searched = at + 1; // it stands within a value
            candidate.refuted++;
            if (candidate.refuted > MOST_REFUTED) {
                return null;
            }
            at = text.indexOf(closing, candidate.searched);
        }
        candidate.searched = Math.max(candidate.searched, text.length() - closing.length() + 1);
        return null;
    }
}
