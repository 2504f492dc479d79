package dev.turnout.gateway.front;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.provider.Operation;
import java.util.List;

/** A path to which clients post requests for models. */
record Endpoint(String path, Dialect dialect, Operation operation) {

    static final List<Endpoint> ALL =
            List.of(
                    new Endpoint("/v1/messages", Dialect.ANTHROPIC, Operation.GENERATE),
                    new Endpoint(
                            "/v1/messages/count_tokens", Dialect.ANTHROPIC, Operation.COUNT_TOKENS),
                    new Endpoint("/v1/chat/completions", Dialect.OPENAI_CHAT, Operation.GENERATE),
                    new Endpoint("/v1/responses", Dialect.OPENAI_RESPONSES, Operation.GENERATE),
                    new Endpoint("/v1/embeddings", Dialect.OPENAI_CHAT, Operation.EMBED));
}
