package dev.turnout.protocol.markup;

import dev.turnout.protocol.conversation.Tool;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds calls in a text that comes in pieces:
 *
 * <pre>
 *   text      goes on at once, but for what an opening may begin with
 *   opening   is held with all behind it, until it is clear what it is
 *   calls     are told once their closing is there
 * </pre>
 *
 * Whatever is no call is text again, to the letter.
 */
final class MarkupScanner {

    /** Who is told what a text is. */
    interface Listener {
        void text(String text);

        void call(MarkedCall call);
    }

    /** Characters: more than any model writes into one call. */
    static final int MOST = 1 << 20;

    private static final List<CallMarkup> ALL =
            List.of(
                    KimiMarkup.KIMI,
                    DeepSeekMarkup.DEEPSEEK,
                    InvokeMarkup.DSML,
                    InvokeMarkup.MINIMAX,
                    QwenMarkup.QWEN,
                    GlmMarkup.GLM,
                    JsonMarkup.HERMES,
                    JsonMarkup.LLAMA);

    private static final List<String> OPENINGS =
            ALL.stream()
                    .flatMap(markup -> markup.fences().stream())
                    .map(Fence::opening)
                    .distinct()
                    .toList();

    /** Of an element whose opening the model forgot. */
    private static final String STRAY = "</tool_call>";

    /** White space in front of it. */
    private static final int FARTHEST_STRAY = 64;

    private final Function<String, Tool.@Nullable Function> tools;
    private final Listener listener;

    /** What has come and not been told: behind the opening, where there is one. */
    private final StringBuilder held = new StringBuilder();

    private @Nullable MarkedStretch stretch;

    /** Whether a call has just been told, so that a stray closing may follow. */
    private boolean behindCall;

    MarkupScanner(Function<String, Tool.@Nullable Function> tools, Listener listener) {
        this.tools = tools;
        this.listener = listener;
    }

    void add(String piece) {
        held.append(piece);
        advance();
    }

    /**
     * Nothing follows.
     *
     * @param whole whether the model has said all that it wanted: then calls may lack their closing
     */
    void end(boolean whole) {
        while (stretch != null) {
            var calls = whole ? stretch.ended(held.toString()) : null;
            if (calls != null) {
                calls.forEach(listener::call);
                held.setLength(0);
                stretch = null;
            } else {
                plain(stretch);
                advance();
            }
        }
        if (!(behindCall && held.toString().strip().equals(STRAY))) {
            text(held.length());
        }
        held.setLength(0);
    }

    /** Characters that are held. */
    int held() {
        return held.length() + (stretch == null ? 0 : stretch.opening().length());
    }

    private void advance() {
        boolean further;
        do {
            further = stretch == null ? findOpening() : readStretch(stretch);
        } while (further);
    }

    /** Tells text up to an opening; whether there is one. */
    private boolean findOpening() {
        if (behindCall && isBehindCall()) {
            return false;
        }
        int first = -1;
        String opening = null;
        for (var each : held.indexOf("<") < 0 ? List.<String>of() : OPENINGS) {
            int at = held.indexOf(each);
            if (at >= 0 && (first < 0 || at < first)) {
                first = at;
                opening = each;
            }
        }
        if (opening == null) {
            text(held.length() - begunOpening());
            return false;
        }
        text(first);
        held.delete(0, opening.length());
        stretch = new MarkedStretch(opening, ALL, tools);
        return true;
    }

    /** Drops a stray closing; whether it is still open if one comes. */
    private boolean isBehindCall() {
        var rest = held.toString().stripLeading();
        int before = held.length() - rest.length();
        boolean near = before <= FARTHEST_STRAY;
        if (near && rest.startsWith(STRAY)) {
            held.delete(0, before + STRAY.length());
            behindCall = false;
        } else {
            behindCall = near && STRAY.startsWith(rest);
        }
        return behindCall;
    }

    /** Reads what stands behind the opening; whether it is clear what it is. */
    private boolean readStretch(MarkedStretch open) {
        switch (open.read(held)) {
            case MarkedStretch.Reading.Open waiting -> {
                if (held.length() <= MOST) {
                    return false;
                }
                plain(open);
            }
            case MarkedStretch.Reading.Plain plain -> plain(open);
            case MarkedStretch.Reading.Calls(var calls, var end) -> {
                calls.forEach(listener::call);
                held.delete(0, end);
                stretch = null;
                behindCall = true;
            }
        }
        return true;
    }

    private void plain(MarkedStretch open) {
        listener.text(open.opening());
        stretch = null;
        behindCall = false;
    }

    private void text(int length) {
        if (length > 0) {
            listener.text(held.substring(0, length));
            held.delete(0, length);
        }
    }

    /** Length of the longest end of the text that an opening begins with. */
    private int begunOpening() {
        int longest = 0;
        for (var opening : OPENINGS) {
            for (int length = Math.min(opening.length() - 1, held.length());
                    length > longest;
                    length--) {
                if (held.indexOf(opening.substring(0, length), held.length() - length) >= 0) {
                    longest = length;
                }
            }
        }
        return longest;
    }
}
