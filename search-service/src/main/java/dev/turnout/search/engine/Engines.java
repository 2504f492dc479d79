package dev.turnout.search.engine;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.config.SearchConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;

/** Makes an engine of its configuration: the one list of the kinds that there are. */
@ApplicationScoped
public class Engines {

    private final EngineHttp http;

    @Inject
    public Engines(EngineHttp http) {
        this.http = http;
    }

    /** Fails with a problem where the kind is not known, or lacks something. */
    public Engine of(SearchConfig.Engine config) {
        return switch (config.engine()) {
            case "searxng" -> new SearxngEngine(http, url(config));
            case "demo" -> new DemoEngine();
            default ->
                    throw unusable(
                            config,
                            "is not known to this version of search-service, which knows searxng and demo");
        };
    }

    /** Its URL, without a slash at the end. */
    private static String url(SearchConfig.Engine config) {
        var written = config.url();
        if (written == null) {
            throw unusable(config, "needs a url, for example http://127.0.0.1:8888");
        }
        try {
            var url = new URI(written);
            var scheme = url.getScheme() == null ? "" : url.getScheme();
            boolean web = scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
            boolean more = url.getRawQuery() != null || url.getRawFragment() != null;
            if (web && url.getHost() != null && url.getUserInfo() == null && !more) {
                return written.replaceFirst("/+$", "");
            }
        } catch (URISyntaxException noUrl) {
            // Refused like one of another scheme.
        }
        throw unusable(
                config,
                "has a url that is none: write http:// or https://, a host and at most a path, without credentials");
    }

    private static ProblemException unusable(SearchConfig.Engine config, String why) {
        return Problem.of(
                        ProblemCode.INVALID_REQUEST,
                        "The search engine \"%s\" %s.".formatted(config.engine(), why))
                .asException();
    }
}
