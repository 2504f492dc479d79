package dev.turnout.search.engine;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.search.SearchQuery;
import dev.turnout.search.domain.DomainRules;
import dev.turnout.search.hit.VisibleText;
import java.text.Normalizer;

/**
 * What engines are asked, understood and checked.
 *
 * @param text on one line, in Unicode's composed form; never blank
 * @param count how many hits are wanted at most; from 1
 */
public record EngineQuery(String text, int count, DomainRules domains) {

    /** More than any engine takes; people's queries have some 50 characters. */
    private static final int LONGEST = 1_000;

    /** Reads a query; a problem {@code INVALID_REQUEST} that says what is wrong with it. */
    public static EngineQuery of(SearchQuery query) {
        var composed = Normalizer.normalize(query.text(), Normalizer.Form.NFC);
        if (composed.length() > LONGEST) {
            throw invalid(
                    "A search query has at most %d characters: make it shorter."
                            .formatted(LONGEST));
        }
        var text = VisibleText.of(composed, LONGEST);
        if (text.isEmpty()) {
            throw invalid("A search needs a query: say what to look for.");
        }
        if (query.count() < 1) {
            throw invalid("A search asks for at least one hit, not %d.".formatted(query.count()));
        }
        return new EngineQuery(
                text,
                query.count(),
                DomainRules.of(query.allowedDomains(), query.blockedDomains()));
    }

    private static RuntimeException invalid(String message) {
        return Problem.of(ProblemCode.INVALID_REQUEST, message).asException();
    }

    /** The text with the domains as operators, for engines without a filter of their own. */
    public String textWithOperators() {
        var operators = domains.operators();
        return operators.isEmpty() ? text : text + " " + operators;
    }
}
