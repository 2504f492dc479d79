package dev.turnout.protocol.answer;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That more output was asked for than a model can give, as providers write it with both numbers.
 *
 * @param asked tokens
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
                                    + " (?<end>\\d{1,15}) \\(exclusive"));

    /** The limit that a message names; null where it names none. */
    static @Nullable OutputLimit of(String message) {
        var text = ErrorWords.lookedAt(message);
        for (var sentence : SENTENCES) {
            var match = sentence.matcher(text);
            if (match.find()) {
                boolean inclusive = match.namedGroups().containsKey("most");
                long most =
                        inclusive
                                ? Long.parseLong(match.group("most"))
                                : Long.parseLong(match.group("end")) - 1;
                return new OutputLimit(Long.parseLong(match.group("asked")), most);
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
