package dev.turnout.protocol.peek;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.protocol.edit.Edit;
import dev.turnout.protocol.edit.Edits;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingTagsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                "a <CCR-SUBAGENT-MODEL>p/m</CCR-SUBAGENT-MODEL> b | p/m | a  b",
                "<CCR-SUBAGENT-MODEL> \\n p,m \\t</CCR-SUBAGENT-MODEL>b | p,m | b",
                "\\u003cCCR-SUBAGENT-MODEL\\u003ep\\/m\\u003C\\/CCR-SUBAGENT-MODEL\\u003Eb|p/m|b",
                "<CCR-SUBAGENT-MODEL>1</CCR-SUBAGENT-MODEL>x<CCR-SUBAGENT-MODEL>2"
                        + "</CCR-SUBAGENT-MODEL> | 1 | x",
                "<CCR-SUBAGENT-MODEL> </CCR-SUBAGENT-MODEL>x<CCR-SUBAGENT-MODEL>2"
                        + "</CCR-SUBAGENT-MODEL> | 2 | x",
                "\\\\<CCR-SUBAGENT-MODEL>\u00e4</CCR-SUBAGENT-MODEL>\\\\ | \u00e4 | \\\\\\\\",
                "<CCR-SUBAGENT-MODEL>p/m | null | <CCR-SUBAGENT-MODEL>p/m",
                "</CCR-SUBAGENT-MODEL>p/m | null | </CCR-SUBAGENT-MODEL>p/m",
                "<CCR-SUBAGENT-MODEL p/m></CCR-SUBAGENT-MODEL> | null"
                        + " | <CCR-SUBAGENT-MODEL p/m></CCR-SUBAGENT-MODEL>",
                "no tag | null | no tag",
            })
    void tagsAreReadAndCut(String raw, String value, String left) {
        var json = ("{\"text\": \"" + raw.strip() + "\"}").getBytes(UTF_8);
        var tags = new RoutingTags();

        tags.search(json, 9);

        assertThat(tags.value()).isEqualTo(value);
        var edits = Edits.of(tags.spans().stream().map(Edit::cut).toList());
        assertThat(edits.apply(json)).asString(UTF_8).isEqualTo("{\"text\": \"" + left + "\"}");
    }
}
