package dev.turnout.adapter.upstream;

import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.edit.Edit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is changed of how many tokens a request asks for. */
final class TokenEdits {

    private static final int LONGEST_LONG = 18;

    /** Anthropic refuses a smaller budget. */
    private static final int SMALLEST_BUDGET = 1024;

    /** With it a budget is for all thinking between the calls of a turn, and may be larger. */
    private static final String INTERLEAVED = "interleaved-thinking-";

    private TokenEdits() {}

    /**
     * No more tokens are asked for than the model can give; and the budget for thinking is less
     * than what is asked for, as Anthropic demands: qwen-code sends 32,000 of 8,000. What is no
     * whole number is left for the provider to judge, and so is what leaves no room for a budget.
     *
     * @param most that the model can give; null where no limit is known
     * @param budget for thinking; null where there is none
     */
    static List<Edit> of(
            ProviderCall call, byte[] body, @Nullable Integer most, @Nullable Span budget) {
        var edits = new ArrayList<Edit>();
        var asked = call.outline().maxTokens();
        if (asked == null) {
            return edits;
        }
        long tokens = number(body, asked);
        if (most != null && tokens > most) {
            tokens = most;
            edits.add(Edit.replace(asked, most.toString()));
        }
        if (budget != null
                && tokens > SMALLEST_BUDGET
                && number(body, budget) >= tokens
                && !interleaves(call)) {
            edits.add(Edit.replace(budget, Long.toString(tokens - 1)));
        }
        return edits;
    }

    /** A whole number that is not negative; -1 for anything else. */
    private static long number(byte[] body, Span span) {
        var digits = new String(body, span.offset(), span.length(), StandardCharsets.US_ASCII);
        if (!digits.chars().allMatch(Character::isDigit)) {
            return -1;
        }
        return digits.length() > LONGEST_LONG ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static boolean interleaves(ProviderCall call) {
        return call.headers().stream()
                .anyMatch(
                        header ->
                                header.name().equalsIgnoreCase("anthropic-beta")
                                        && header.value().contains(INTERLEAVED));
    }
}
