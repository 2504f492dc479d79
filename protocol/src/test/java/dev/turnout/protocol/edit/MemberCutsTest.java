package dev.turnout.protocol.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.provider.Span;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemberCutsTest {

    /** What stands between brackets is to be cut. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{«\"a\":1»,\"b\":2}                     | {\"b\":2}",
                "{\"a\":1,«\"b\":2»}                     | {\"a\":1}",
                "{\"a\":1,«\"b\":2»,\"c\":3}             | {\"a\":1,\"c\":3}",
                "{\"a\":1,«\"b\":2»,«\"c\":3»}           | {\"a\":1}",
                "{«\"a\":1»,«\"b\":2»,\"c\":3}           | {\"c\":3}",
                "{\"a\":1,«\"b\":2»,\"c\":3,«\"d\":4»}   | {\"a\":1,\"c\":3}",
                "{«\"a\":1»}                             | {}",
                "{«\"a\":1»,«\"b\":2»}                   | {}",
                "{ «\"a\" : 1» , \"b\":2 }               | {  \"b\":2 }",
                "{ \"a\":1 , «\"b\" : [1,2]» }           | { \"a\":1  }",
                "{\"x\":{«\"a\":1»},\"y\":2}             | {\"y\":2}",
                "{\"y\":2, \"x\" : { «\"a\":1» } }       | {\"y\":2 }",
                "{\"x\":{«\"a\":1»,«\"b\":2»},\"y\":2}   | {\"y\":2}",
                "{\"x\":{\"w\":{«\"a\":1»}},\"y\":2}     | {\"y\":2}",
                "{«\"v\":0»,\"x\":{«\"a\":1»},\"y\":2}   | {\"y\":2}",
                "{\"x\":{«\"a\":1»,\"b\":2},«\"y\":2»}   | {\"x\":{\"b\":2}}",
                "[{«\"a\":1»},{\"b\":2,«\"a\":1»}]       | [{},{\"b\":2}]",
            })
    void whatIsLeftIsTheSameButForIt(String marked, String left) {
        assertThat(cut(marked)).isEqualTo(left);
    }

    @Test
    void nothingIsCutWhereNothingIsToBe() {
        assertThat(cut("{\"a\":1}")).isEqualTo("{\"a\":1}");
    }

    @Test
    void aNameMayBeEscaped() {
        assertThat(cut("{\"k\":{«\"\\u0065ffort\" :\"low\"»},\"z\":\"\\\"\"}"))
                .isEqualTo("{\"z\":\"\\\"\"}");
    }

    private static String cut(String marked) {
        var members = new ArrayList<Span>();
        var json = new StringBuilder();
        int open = 0;
        for (char c : marked.toCharArray()) {
            switch (c) {
                case '«' -> open = json.length();
                case '»' -> members.add(new Span(open, json.length() - open));
                default -> json.append(c);
            }
        }
        var body = json.toString().getBytes(UTF_8);
        var edits = MemberCuts.of(body, members).stream().map(Edit::cut).toList();
        return new String(Edits.of(edits).apply(body), UTF_8);
    }
}
