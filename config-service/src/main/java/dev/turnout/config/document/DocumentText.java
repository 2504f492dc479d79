package dev.turnout.config.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.turnout.contracts.config.ConfigError;
import java.util.regex.Pattern;

/** From text to a tree: JSON with comments and trailing commas where it looks so, else YAML. */
final class DocumentText {

    /** Longer texts are refused unread. */
    static final int MAX_LENGTH = 1_000_000;

    private static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder().maxNestingDepth(50).build();

    private static final ObjectMapper JSON =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .streamReadConstraints(CONSTRAINTS)
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final ObjectMapper YAML =
            new ObjectMapper(
                            YAMLFactory.builder()
                                    .streamReadConstraints(CONSTRAINTS)
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Pattern LOOKS_LIKE_JSON = Pattern.compile("\\s*(//|/\\*|\\{|\\[)");

    /** More than one character in quotes may be a piece of a secret. */
    private static final Pattern PIECE_OF_TEXT = Pattern.compile("'[^']{2,}'|\"[^\"]{2,}\"");

    private static final Pattern INTERNALS =
            Pattern.compile(" \\(code \\d+\\)| \\(start marker .*");
    private static final String TWICE = "Duplicate field";

    private DocumentText() {}

    /** What a text came to. */
    sealed interface Parsed {}

    /** It is a tree. */
    record Tree(JsonNode root) implements Parsed {}

    /** It is neither JSON nor YAML. */
    record Unreadable(ConfigError error) implements Parsed {}

    static Parsed parse(String text) {
        var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (plain.length() > MAX_LENGTH) {
            return unreadable(
                    "the document is longer than %,d characters".formatted(MAX_LENGTH),
                    "Leave out what is not configuration.");
        }
        boolean json = LOOKS_LIKE_JSON.matcher(plain).lookingAt();
        try {
            var root = (json ? JSON : YAML).readTree(plain);
            return root.isMissingNode() || root.isNull()
                    ? unreadable(
                            "the document is empty",
                            "Name at least one provider: {\"providers\": {\"anthropic\": {}}}")
                    : new Tree(root);
        } catch (JsonProcessingException e) {
            return unreadable(
                    "the document is not readable as %s%s: %s"
                            .formatted(json ? "JSON" : "YAML", place(e), cause(e)),
                    json
                            ? "Look for a missing comma, quote or bracket there or shortly before."
                            : "Look for a wrong indentation or a missing quote there or shortly before.");
        }
    }

    private static Parsed unreadable(String problem, String remedy) {
        return new Unreadable(new ConfigError(Pointer.ROOT.toString(), problem, null, remedy));
    }

    private static String place(JsonProcessingException e) {
        var at = e.getLocation();
        return at == null || at.getLineNr() < 1
                ? ""
                : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    /** The parser's own words: of YAML the last line, the others tell where and quote the text. */
    private static String cause(JsonProcessingException e) {
        var words =
                e.getOriginalMessage()
                        .lines()
                        .filter(line -> !line.isEmpty() && line.charAt(0) != ' ')
                        .reduce("", (before, line) -> line);
        return words.startsWith(TWICE)
                ? words.replace(TWICE, "the key appears twice:")
                : PIECE_OF_TEXT.matcher(INTERNALS.matcher(words).replaceAll("")).replaceAll("…");
    }
}
