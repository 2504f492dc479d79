package dev.turnout.search.hit;

import dev.turnout.contracts.search.SearchResult.Hit;
import dev.turnout.search.domain.DomainRules;
import dev.turnout.search.domain.WebAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Lets the hits through that a search may show, each page once. Whatever an engine promises, its
 * hits are strangers' words: they pass here.
 *
 * @param count how many hits are let through at most
 */
public record HitSieve(DomainRules domains, int count) {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_SNIPPET = 1_500;
    private static final int LONGEST_PUBLISHED = 100;

    /** The hits that pass, in their order. */
    public List<Hit> pass(List<Hit> found) {
        var seen = new HashSet<String>();
        var passed = new ArrayList<Hit>();
        for (var hit : found) {
            if (passed.size() == count) {
                break;
            }
            WebAddress.of(hit.url())
                    .filter(domains::allow)
                    .filter(page -> seen.add(page.canonical()))
                    .ifPresent(page -> passed.add(clean(hit)));
        }
        return passed;
    }

    private static Hit clean(Hit hit) {
        var title = VisibleText.of(hit.title(), LONGEST_TITLE);
        var published =
                hit.published() == null ? "" : VisibleText.of(hit.published(), LONGEST_PUBLISHED);
        return new Hit(
                title.isEmpty() ? hit.url() : title,
                hit.url(),
                VisibleText.of(hit.snippet(), LONGEST_SNIPPET),
                published.isEmpty() ? null : published);
    }
}
