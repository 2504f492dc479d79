package dev.turnout.protocol.reasoning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call is known again however its input is written, and never taken for another. */
class ReasonedCallTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                  | {}",
                "null                | {}",
                "{\"a\":1,\"b\":[]}  | { \"b\" : [ ] ,\t \"a\" : 1 }",
                "{\"a\":1.0,\"b\":2} | {\"a\":1,\"b\":2.00}",
                "{\"a\":100}         | {\"a\":1e2}",
                "{\"a\":\"\u00e4/\"} | {\"a\":\"\\u00e4\\/\"}",
                "{\"a\":{\"x\":null,\"y\":true}} | {\"a\":{\"y\":true,\"x\":null}}",
            })
    void equalInputs(String written, String sentBack) {
        assertThat(fingerprint(written)).isEqualTo(fingerprint(sentBack));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                 | {\"a\":null}",
                "{\"a\":1}          | {\"a\":\"1\"}",
                "{\"a\":null}       | {\"a\":\"null\"}",
                "{\"a\":[1,2]}      | {\"a\":[2,1]}",
                "{\"a\":[1,2]}      | {\"a\":[[1,2]]}",
                "{\"a\":[\"1, 2\"]} | {\"a\":[1,2]}",
                "{\"a\":\"b=c\"}    | {\"a=b\":\"c\"}",
                "{\"a\":            | {\"a\":1",
            })
    void otherInputs(String one, String other) {
        assertThat(fingerprint(one)).isNotEqualTo(fingerprint(other));
    }

    @Test
    void idAndNameCount() {
        var call = new ReasonedCall("a", "b", "{}").fingerprint();

        assertThat(new ReasonedCall("x", "b", "{}").fingerprint()).isNotEqualTo(call);
        assertThat(new ReasonedCall("a", "x", "{}").fingerprint()).isNotEqualTo(call);
        assertThat(new ReasonedCall("ab", "", "{}").fingerprint()).isNotEqualTo(call);
    }

    private static String fingerprint(String input) {
        return new ReasonedCall("t1", "Read", input).fingerprint();
    }
}
