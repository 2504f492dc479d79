package dev.turnout.search.engine;

import static dev.turnout.search.Queries.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.search.SearchQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineQueryTest {

    @Test
    void theTextIsNormalized() {
        var checked = EngineQuery.of(query("  cafe\u0301\n\tin\u202E  Paris "));

        assertThat(checked.text()).isEqualTo("caf\u00E9 in Paris");
    }

    @Test
    void domainsBecomeOperators() {
        var some = EngineQuery.of(query("quarkus", 5, List.of("quarkus.io", "a.b/c"), List.of()));
        var none = EngineQuery.of(query("quarkus"));

        assertThat(some.textWithOperators()).isEqualTo("quarkus site:quarkus.io OR site:a.b/c");
        assertThat(none.textWithOperators()).isEqualTo("quarkus");
    }

    @Test
    void whatCannotBeLookedForIsRefused() {
        refuses(query(" \u0000 "), "say what to look for");
        refuses(query("a".repeat(1_001)), "at most 1000 characters");
        refuses(query("a", 0, List.of(), List.of()), "at least one hit");
        refuses(query("a", 1, List.of("*.a.com"), List.of()), "\"*.a.com\" is no domain");
        refuses(query("a", 1, List.of("a.com"), List.of("b.com")), "not both");
    }

    private static void refuses(SearchQuery query, String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> EngineQuery.of(query))
                .satisfies(
                        refused -> {
                            assertThat(refused.problem().code())
                                    .isEqualTo(ProblemCode.INVALID_REQUEST);
                            assertThat(refused.problem().message()).contains(why);
                        });
    }
}
