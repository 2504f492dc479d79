package dev.turnout.config.document;

import dev.turnout.contracts.Dialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What users write for a base URL, and what is meant by it. */
final class BaseUrl {

    private BaseUrl() {}

    /**
     * The URL as the vendor's own SDK takes it: without a slash at its end, and without the version
     * or the whole path of the endpoint where the dialect adds those itself.
     */
    static String canonical(String written, @Nullable Dialect dialect) {
        return without(addedBy(dialect), written);
    }

    /** The URL of a search engine, to which {@code /search} is added. */
    static String ofEngine(String written) {
        return without(List.of("/search"), written);
    }

    private static String without(List<String> endings, String written) {
        var url = withoutSlashes(written.strip());
        for (var ending : endings) {
            if (url.endsWith(ending)) {
                return withoutSlashes(url.substring(0, url.length() - ending.length()));
            }
        }
        return url;
    }

    /** Longest first. */
    private static List<String> addedBy(@Nullable Dialect dialect) {
        return switch (dialect) {
            case null -> List.of();
            case ANTHROPIC -> List.of("/v1/messages", "/v1");
            case OPENAI_CHAT -> List.of("/chat/completions");
            case OPENAI_RESPONSES -> List.of("/responses");
            case GEMINI -> List.of("/v1beta/models", "/v1beta");
        };
    }

    private static String withoutSlashes(String url) {
        int end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }
}
