package dev.turnout.search.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainRulesTest {

    private static final WebAddress PAGE =
            WebAddress.of("https://docs.example.com/a").orElseThrow();
    private static final WebAddress OTHER = WebAddress.of("https://other.org/a").orElseThrow();

    @Test
    void withoutRulesEverythingIsAllowed() {
        var rules = DomainRules.of(List.of(), List.of());

        assertThat(rules.allow(PAGE)).isTrue();
        assertThat(rules.operators()).isEmpty();
    }

    @Test
    void onlyWhatIsAllowedPasses() {
        var rules = DomainRules.of(List.of("example.com", "example.net/a"), List.of());

        assertThat(rules.allow(PAGE)).isTrue();
        assertThat(rules.allow(OTHER)).isFalse();
        assertThat(rules.operators()).isEqualTo("site:example.com OR site:example.net/a");
    }

    @Test
    void whatIsBlockedDoesNotPass() {
        var rules = DomainRules.of(List.of(), List.of("example.com", "example.net"));

        assertThat(rules.allow(PAGE)).isFalse();
        assertThat(rules.allow(OTHER)).isTrue();
        assertThat(rules.operators()).isEqualTo("-site:example.com -site:example.net");
    }

    /** {@code -site:} would take away pages that the rule leaves. */
    @Test
    void aBlockedWildcardIsLeftToTheResults() {
        var rules = DomainRules.of(List.of(), List.of("example.com/*/ads"));

        assertThat(rules.operators()).isEmpty();
    }

    @Test
    void bothListsAtOnceAreRefused() {
        refuses(List.of("example.com"), List.of("example.net"), "not both");
    }

    @Test
    void listsWithoutEndAreRefused() {
        refuses(Collections.nCopies(201, "example.com"), List.of(), "at most 200");
    }

    @Test
    void theOrderOfAListDoesNotMatter() {
        var rules = DomainRules.of(List.of("b.com", "a.com"), List.of());
        var swapped = DomainRules.of(List.of("a.com", "B.com", "a.com/"), List.of());
        var blocked = DomainRules.of(List.of(), List.of("a.com", "b.com"));

        assertThat(rules.canonical())
                .isEqualTo(swapped.canonical())
                .isNotEqualTo(blocked.canonical());
    }

    @Test
    void aCommaInAPathPartsNoRules() {
        var one = DomainRules.of(List.of("example.com/a,example.net"), List.of());
        var two = DomainRules.of(List.of("example.com/a", "example.net"), List.of());

        assertThat(one.canonical()).isNotEqualTo(two.canonical());
    }

    private static void refuses(List<String> allowed, List<String> blocked, String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> DomainRules.of(allowed, blocked))
                .satisfies(
                        refused -> {
                            assertThat(refused.problem().code())
                                    .isEqualTo(ProblemCode.INVALID_REQUEST);
                            assertThat(refused.problem().message()).contains(why);
                        });
    }
}
