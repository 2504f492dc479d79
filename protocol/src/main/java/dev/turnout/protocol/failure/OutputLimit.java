package dev.turnout.protocol.failure;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That more output was asked for than a model can give, as providers write it who name the limit.
 *
 * @param asked tokens; one more than the limit where the provider does not repeat the number
 * @param most tokens
 */
record OutputLimit(long asked, long most) {

    private static final List<Pattern> SENTENCES =
            List.of(
                    // Anthropic; OpenAI; Volcano Engine; Gemini, whose upper end is exclusive
                    sentence("max_tokens: (?<asked>\\d{1,15}) > (?<most>\\d{1,15}), which is the"),
                    sentence(
                            "max_(?:completion_)?tokens is too large: (?<asked>\\d{1,15})\\..{1,40}at"
                                    + " most (?<most>\\d{1,15}) completion"),
                    sentence(
                            "max_(?:completion_)?tokens.{1,200}<= (?<most>\\d{1,15}), but got"
                                    + " (?<asked>\\d{1,15})"),
                    sentence(
                            "maxOutputTokens value of (?<asked>\\d{1,15}) but .{1,60} to"
                                    + " (?<end>\\d{1,15}) \\(exclusive"),
                    // DeepSeek and Qwen; Groq: these do not say what was asked for
                    sentence(
                            "range of max_(?:completion_)?tokens (?:is|should be) \\[\\d{1,15},"
                                    + " ?(?<most>\\d{1,15})\\]"),
                    sentence(
                            "max_(?:completion_)?tokens`? must be less than or equal to"
                                    + " `?(?<most>\\d{1,15})"));

    /** The limit that a message names; null where it names none. */
    static @Nullable OutputLimit of(String message) {
        var text = ErrorWords.lookedAt(message);
        for (var sentence : SENTENCES) {
            var match = sentence.matcher(text);
            if (match.find()) {
                var groups = match.namedGroups();
                boolean inclusive = groups.containsKey("most");
                long most =
                        inclusive
                                ? Long.parseLong(match.group("most"))
                                : Long.parseLong(match.group("end")) - 1;
                // Claude Code knows the sentence only with two numbers, and lowers max_tokens to
                // the
                // second. Of the first nobody has told more than that it is beyond the limit.
                long asked =
                        groups.containsKey("asked")
                                ? Long.parseLong(match.group("asked"))
                                : most + 1;
                return new OutputLimit(asked, most);
            }
        }
        return null;
    }

    /** Anthropic's words, by which Claude Code asks for less (measured with 2.1.330). */
    String words() {
        return "max_tokens: %d > %d, which is the maximum allowed number of output tokens for this model"
                .formatted(asked, most);
    }

    private static Pattern sentence(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
