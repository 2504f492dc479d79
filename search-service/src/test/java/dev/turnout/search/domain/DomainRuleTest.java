package dev.turnout.search.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainRuleTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/domain/rules.csv")
    void aRuleCoversWhatIsBelowIt(String rule, String url, boolean covered) {
        var page = WebAddress.of(url).orElseThrow();

        assertThat(DomainRule.of(rule).covers(page)).isEqualTo(covered);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/domain/refused.txt")
    @ValueSource(strings = {"", " ", "exam\u0000ple.com"})
    void whatIsNoDomainIsRefusedWithAnExample(String written) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> DomainRule.of(written))
                .satisfies(
                        refused -> {
                            assertThat(refused.problem().code())
                                    .isEqualTo(ProblemCode.INVALID_REQUEST);
                            assertThat(refused.problem().message()).contains("write example.com");
                        });
    }

    @Test
    void aRuleAsLongAsABookIsRefused() {
        var written = "example.com/" + "a".repeat(1_000);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> DomainRule.of(written))
                .satisfies(refused -> assertThat(refused.problem().message()).hasSizeLessThan(400));
    }

    @ParameterizedTest
    @CsvSource({
        "example.com, site:example.com",
        "example.com/blog/, site:example.com/blog",
        "example.com/*, site:example.com",
        "example.com/en/v*/docs, site:example.com/en",
    })
    void anOperatorIsNeverNarrowerThanItsRule(String rule, String operator) {
        assertThat(DomainRule.of(rule).operator()).isEqualTo(operator);
    }
}
