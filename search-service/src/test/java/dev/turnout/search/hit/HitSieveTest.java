package dev.turnout.search.hit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.search.SearchResult.Hit;
import dev.turnout.search.domain.DomainRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class HitSieveTest {

    private static final DomainRules ALL = DomainRules.of(List.of(), List.of());

    private static Hit hit(String url) {
        return new Hit("A page", url, "What it says.", null);
    }

    @Test
    void hitsPassInTheirOrder() {
        var found = List.of(hit("https://b.com/"), hit("https://a.com/"), hit("https://c.com/"));

        assertThat(new HitSieve(ALL, 10).pass(found)).isEqualTo(found);
    }

    @Test
    void noMorePassThanAreWanted() {
        var found = List.of(hit("https://a.com/"), hit("https://b.com/"), hit("https://c.com/"));

        assertThat(new HitSieve(ALL, 2).pass(found)).isEqualTo(found.subList(0, 2));
    }

    @Test
    void aPagePassesOnceUnderItsFirstAddress() {
        var found =
                List.of(
                        hit("https://www.a.com/page/?utm_source=x"),
                        hit("http://a.com/page"),
                        hit("https://a.com/other"));

        assertThat(new HitSieve(ALL, 2).pass(found)).containsExactly(found.get(0), found.get(2));
    }

    @Test
    void theDomainsHoldWhateverTheEngineGives() {
        var found = List.of(hit("https://a.com/"), hit("https://b.com/"), hit("https://c.a.com/"));
        var allowed = DomainRules.of(List.of("a.com"), List.of());
        var blocked = DomainRules.of(List.of(), List.of("a.com"));

        assertThat(new HitSieve(allowed, 10).pass(found))
                .containsExactly(found.get(0), found.get(2));
        assertThat(new HitSieve(blocked, 10).pass(found)).containsExactly(found.get(1));
    }

    @Test
    void whatIsNoPageOfTheWebDoesNotPass() {
        var found = List.of(hit("javascript:alert(1)"), hit(""), hit("https://a.com/"));

        assertThat(new HitSieve(ALL, 10).pass(found)).containsExactly(found.get(2));
    }

    @Test
    void textsAreCleanedAndCut() {
        var found =
                new Hit(
                        "A\u0000 ti\ntle",
                        "https://a.com/",
                        "é\u202E".repeat(2_000),
                        "\u0007 2026");

        var passed = new HitSieve(ALL, 1).pass(List.of(found));

        assertThat(passed)
                .containsExactly(new Hit("A ti tle", "https://a.com/", "é".repeat(1_500), "2026"));
    }

    @Test
    void aPageWithoutATitleIsCalledByItsAddress() {
        var found = new Hit(" \u0000", "https://a.com/", "", " ");

        assertThat(new HitSieve(ALL, 1).pass(List.of(found)))
                .containsExactly(new Hit("https://a.com/", "https://a.com/", "", null));
    }
}
