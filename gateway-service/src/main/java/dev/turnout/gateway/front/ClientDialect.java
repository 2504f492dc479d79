package dev.turnout.gateway.front;

import dev.turnout.contracts.Dialect;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Objects;

/** Guesses a client's dialect where no endpoint says it: by its path, or by its headers. */
final class ClientDialect {

    /** What OpenAI's chat clients ask for, whether or not it is there. */
    private static final List<String> CHAT_PATHS = List.of("/chat/", "/completions", "/embeddings");

    private ClientDialect() {}

    static Dialect of(HttpServerRequest request) {
        // As it was sent: of a path that is none there is no other form.
        var path = Objects.requireNonNullElse(request.path(), "");
        if (path.equals(ModelsEndpoint.PATH) || path.startsWith(ModelsEndpoint.PATH + "/")) {
            return byHeaders(request);
        }
        var behindVersion = path.startsWith("/v1/") ? path.substring(3) : path;
        if (behindVersion.startsWith("/responses")) {
            return Dialect.OPENAI_RESPONSES;
        }
        return CHAT_PATHS.stream().anyMatch(behindVersion::startsWith)
                ? Dialect.OPENAI_CHAT
                : Dialect.ANTHROPIC;
    }

    /** Of paths that both vendors have; only Anthropic's clients send these headers. */
    static Dialect byHeaders(HttpServerRequest request) {
        return request.headers().contains("anthropic-version")
                        || request.headers().contains("x-api-key")
                ? Dialect.ANTHROPIC
                : Dialect.OPENAI_CHAT;
    }
}
