package dev.turnout.config.document;

import dev.turnout.contracts.config.SearchConfig.Engine;
import java.util.HashSet;
import java.util.List;

/** Each search engine is of a known kind, there is a way to it, and time for all of them. */
final class SearchEnginesAreKnown implements Rule {

    private static final Pointer ENGINES = Pointer.to("search").then("engines");

    /** search-service gives a search up after 55 s, and then an engine would never be asked. */
    private static final long LONGEST_MS = 50_000;

    @Override
    public void check(Draft draft, Deployment deployment, Findings findings) {
        List<Engine> engines = draft.search().engines();
        checkTime(engines, findings);
        var seen = new HashSet<String>();
        for (int i = 0; i < engines.size(); i++) {
            var engine = engines.get(i);
            var at = ENGINES.then(i);
            SearchEngine.named(engine.engine())
                    .ifPresentOrElse(
                            kind -> checkUrl(kind, engine, at, deployment, findings),
                            () -> unknown(engine.engine(), at, findings));
            if (!seen.add(engine.engine() + " " + engine.url())) {
                findings.warning(
                        at,
                        "the engine %s stands here twice".formatted(Words.quoted(engine.engine())),
                        null,
                        "Remove it: an engine that failed is not asked again.");
            }
        }
    }

    private static void checkTime(List<Engine> engines, Findings findings) {
        long together = engines.stream().mapToLong(Engine::timeoutMs).sum();
        if (together > LONGEST_MS) {
            findings.error(
                    ENGINES,
                    "a search could take %,d ms until the last engine has been asked"
                            .formatted(together),
                    "Lower `timeoutMs` (%,d without it) so that all of them together are at most %,d."
                            .formatted(Engine.USUAL_TIMEOUT_MS, LONGEST_MS));
        }
    }

    private static void unknown(String written, Pointer at, Findings findings) {
        if (written.isEmpty()) {
            // Left out, or no text: the schema tells of it.
            return;
        }
        findings.error(
                at,
                "no search engine is named " + Words.quoted(written),
                Nearest.to(written, SearchEngine.names()),
                "Write one of: " + Words.list(SearchEngine.names()) + ".");
    }

    private static void checkUrl(
            SearchEngine kind,
            Engine engine,
            Pointer at,
            Deployment deployment,
            Findings findings) {
        var url = engine.url();
        if (url == null) {
            if (kind.isElsewhere()) {
                findings.error(
                        at,
                        "nothing says where the engine %s is".formatted(Words.quoted(kind.id())),
                        "Give it a `url`, as in {\"engine\": \"%s\", \"url\": \"http://127.0.0.1:8888\"}."
                                .formatted(kind.id()));
            }
            return;
        }
        if (!kind.isElsewhere()) {
            findings.error(
                    at.then("url"),
                    "the engine %s answers from within and has no URL"
                            .formatted(Words.quoted(kind.id())),
                    "Remove it.");
            return;
        }
        // An own engine stands in an inner network as a rule, so that is allowed without a word.
        PlainUrl.of(url, at.then("url"), findings)
                .filter(PlainUrl::crossesPublicNetworkInTheOpen)
                .ifPresent(
                        open ->
                                PlainUrl.unencrypted(
                                        "queries", at.then("url"), deployment, findings));
    }
}
