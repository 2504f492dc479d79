package dev.turnout.search.domain;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which domains a search may show: at most one of the two lists has entries.
 *
 * @param allowed nothing else is shown; empty allows all
 * @param blocked these are not shown
 */
public record DomainRules(List<DomainRule> allowed, List<DomainRule> blocked) {

    private static final int MOST = 200;

    /** Longer queries are refused by the engines; the rules hold for the results all the same. */
    private static final int MOST_OPERATORS = 20;

    /**
     * Reads both lists by the rules of Anthropic's web search tool. Fails with a problem {@code
     * INVALID_REQUEST} where both have entries, or one has an entry that is no domain.
     */
    public static DomainRules of(List<String> allowed, List<String> blocked) {
        if (!allowed.isEmpty() && !blocked.isEmpty()) {
            throw Problem.of(
                            ProblemCode.INVALID_REQUEST,
                            "A search takes allowed_domains or blocked_domains, not both: leave one out.")
                    .asException();
        }
        return new DomainRules(read(allowed), read(blocked));
    }

    private static List<DomainRule> read(List<String> written) {
        if (written.size() > MOST) {
            throw Problem.of(
                            ProblemCode.INVALID_REQUEST,
                            "A search takes at most %d domains, not %d."
                                    .formatted(MOST, written.size()))
                    .asException();
        }
        return written.stream().map(DomainRule::of).toList();
    }

    public boolean allow(WebAddress page) {
        return (allowed.isEmpty() || allowed.stream().anyMatch(rule -> rule.covers(page)))
                && blocked.stream().noneMatch(rule -> rule.covers(page));
    }

    /**
     * What to put behind a query, for engines that have no filter of their own: {@code site:a OR
     * site:b}, or {@code -site:c}; empty without rules.
     */
    public String operators() {
        return allowed.isEmpty()
                ? blocked.stream()
                        .limit(MOST_OPERATORS)
                        .filter(rule -> rule.path().indexOf('*') < 0)
                        .map(rule -> "-" + rule.operator())
                        .collect(Collectors.joining(" "))
                : allowed.stream()
                        .limit(MOST_OPERATORS)
                        .map(DomainRule::operator)
                        .collect(Collectors.joining(" OR "));
    }

    /** The same text for lists that mean the same. */
    public String canonical() {
        return sorted(allowed) + " -" + sorted(blocked);
    }

    private static String sorted(List<DomainRule> rules) {
        return rules.stream()
                .map(DomainRule::toString)
                .sorted()
                .distinct()
                // A path may hold a comma, but neither host nor path a blank.
                .collect(Collectors.joining(" "));
    }
}
