package dev.turnout.gateway.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of a list, as Anthropic's SDKs ask for them. */
class PageTest {

    private static final List<String> ALL = List.of("a", "b", "c", "d", "e");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                        ,   ,   , abcde, false
                    1000,   ,   , abcde, false
                    5,      ,   , abcde, false
                    2,      ,   , ab,    true
                    2,     b,   , cd,    true
                    2,     d,   , e,     false
                    2,     e,   , '',    false
                    ,      b,   , cde,   false
                    2,      ,  d, bc,    true
                    2,      ,  c, ab,    false
                    2,      ,  a, '',    false
                    ,      a,  d, bc,    false
                    1,     a,  d, b,     true
                    2,     bb,  , cd,    true
                    ,      d,  b, '',    false
                    """)
    void aPageIsFoundByTheIdsAroundIt(
            String limit, String after, String before, String items, boolean more) {
        var cut = Page.of(limit, after, before).of(ALL, Function.identity());

        assertThat(String.join("", cut.items())).isEqualTo(items);
        assertThat(cut.more()).isEqualTo(more);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1001", "x", "", "1.5", "99999999999"})
    void aLimitThatIsNoneIsRefused(String limit) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Page.of(limit, null, null))
                .satisfies(
                        refused -> {
                            assertThat(refused.problem().code())
                                    .isEqualTo(ProblemCode.INVALID_REQUEST);
                            assertThat(refused.problem().message())
                                    .isEqualTo(
                                            "limit: send a whole number from 1 to 1000, or none.");
                        });
    }
}
