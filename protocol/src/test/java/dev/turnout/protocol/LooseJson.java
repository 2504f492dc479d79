package dev.turnout.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Random;

/** Writes a tree as JSON in one of its many equal forms: white space and escapes at random. */
public final class LooseJson {

    private static final String[] SPACES = {"", "", "", " ", "\n", "\t", "\r\n  "};

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    private LooseJson(Random random) {
        this.random = random;
    }

    public static byte[] write(JsonNode tree, Random random) {
        var writer = new LooseJson(random);
        writer.space();
        writer.value(tree);
        writer.space();
        return writer.out.toString().getBytes(UTF_8);
    }

    private void value(JsonNode node) {
        if (node.isObject()) {
            var comma = "";
            out.append('{');
            for (var field : node.properties()) {
                out.append(comma);
                space();
                string(field.getKey(), 0);
                space();
                out.append(':');
                space();
                value(field.getValue());
                space();
                comma = ",";
            }
            out.append('}');
        } else if (node.isArray()) {
            var comma = "";
            out.append('[');
            for (var element : node) {
                out.append(comma);
                space();
                value(element);
                space();
                comma = ",";
            }
            out.append(']');
        } else if (node.isTextual()) {
            string(node.textValue(), random.nextInt(4) == 0 ? 0.3 : 0.02);
        } else {
            out.append(node);
        }
    }

    private void string(String text, double escaped) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean must = c == '"' || c == '\\' || c < ' ';
            boolean pair = Character.isSurrogate(c);
            if (c == '/' && random.nextBoolean()) {
                out.append("\\/");
            } else if (c == '\\' || c == '"') {
                out.append('\\').append(c);
            } else if (must || (!pair && random.nextDouble() < escaped)) {
                var hex = String.format("%04x", (int) c);
                out.append("\\u").append(random.nextBoolean() ? hex : hex.toUpperCase(Locale.ROOT));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private void space() {
        out.append(SPACES[random.nextInt(SPACES.length)]);
    }
}
