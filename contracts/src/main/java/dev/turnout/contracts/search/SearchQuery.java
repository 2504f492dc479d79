package dev.turnout.contracts.search;

import dev.turnout.contracts.CallContext;
import java.util.List;

/**
 * A web search.
 *
 * @param text what is looked for
 * @param count how many hits are wanted at most
 * @param allowedDomains only hits of these hosts and their subdomains; empty allows all
 * @param blockedDomains no hits of these
 */
public record SearchQuery(
        CallContext context,
        String text,
        int count,
        List<String> allowedDomains,
        List<String> blockedDomains) {

    public SearchQuery {
        allowedDomains = List.copyOf(allowedDomains);
        blockedDomains = List.copyOf(blockedDomains);
    }
}
