package dev.turnout.protocol.chat.peek;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.Outline;
import dev.turnout.contracts.provider.Span;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.contracts.routing.Traits;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.peek.Peek;
import dev.turnout.protocol.peek.TokenEstimate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a Chat Completions request, or one for embeddings. Only what routing and edits need
 * is looked at; everything else is the provider's to judge, and what is not known passes.
 */
public final class ChatPeek {

    /** Fields that are looked at; given twice, two readers could take them for two requests. */
    private static final Set<String> READ =
            Set.of(
                    "model",
                    "messages",
                    "input",
                    "tools",
                    "functions",
                    "max_tokens",
                    "max_completion_tokens",
                    "stream",
                    "stream_options",
                    "reasoning_effort",
                    "reasoning",
                    "prompt_cache_key");

    /** Where clients name their session: opencode 1.18 sends both. */
    private static final List<String> SESSION_HEADERS =
            List.of("x-session-id", "x-session-affinity");

    private final TokenEstimate size;
    private final int bodyBytes;
    private final Set<String> seen = new HashSet<>();
    private final ChatPeekMessages messages;

    private @Nullable String model;
    private @Nullable Span modelSpan;
    private @Nullable Span maxTokens;
    private @Nullable Span maxCompletionTokens;
    private boolean stream;
    private int tools;
    private @Nullable Effort effort;
    private @Nullable String cacheKey;
    private long inputTokens;

    private ChatPeek(byte[] body) {
        bodyBytes = body.length;
        size = new TokenEstimate(body.length);
        messages = new ChatPeekMessages(body, size);
    }

    /**
     * Reads the traits and the outline of a request. Fails with an {@code INVALID_REQUEST} problem
     * where the body is no JSON object, nests too deep, has no {@code model} that is text or no
     * {@code messages} (for embeddings: no {@code input}), or gives twice a field that is looked
     * at.
     *
     * @param body decompressed
     * @param headers the client's: some name the session
     */
    public static Peek peek(byte[] body, Operation operation, HeaderLookup headers) {
        var peek = new ChatPeek(body);
        try (var scan = JsonScan.of(body)) {
            peek.read(scan, operation);
            scan.finish();
        }
        return peek.result(operation, headers);
    }

    /** A problem of what the client has sent. */
    static ProblemException invalid(String message) {
        return Problem.of(ProblemCode.INVALID_REQUEST, message).asException();
    }

    static ProblemException twice(String field) {
        return invalid(field + ": Field given twice. Send it once.");
    }

    private void read(JsonScan scan, Operation operation) {
        if (!scan.enterObject()) {
            throw invalid(
                    "The body is "
                            + scan.kind()
                            + ". Send a JSON object with model and "
                            + (operation == Operation.EMBED ? "input." : "messages."));
        }
        while (scan.nextField()) {
            var name = scan.name();
            if (READ.contains(name) && !seen.add(name)) {
                throw twice(name);
            }
            switch (name) {
                case "model" -> model(scan);
                case "messages" -> messages(scan, operation);
                case "input" -> input(scan, operation);
                case "tools", "functions" -> tools(scan);
                case "max_tokens" -> maxTokens = scan.span();
                case "max_completion_tokens" -> maxCompletionTokens = scan.span();
                case "stream" -> stream = scan.isTrue();
                case "reasoning_effort" -> effort = effort(scan.string());
                case "reasoning" -> reasoning(scan);
                case "prompt_cache_key" -> cacheKey = scan.stringOrNull();
                default -> {}
            }
        }
    }

    private void model(JsonScan scan) {
        model = scan.stringOrNull();
        if (model == null) {
            throw invalid("model: Expected a string, not " + scan.kind() + ".");
        }
        if (model.isBlank()) {
            throw invalid("model: Name a model, or any name to be routed by what is asked.");
        }
        modelSpan = scan.span();
    }

    private void messages(JsonScan scan, Operation operation) {
        if (operation != Operation.EMBED) {
            messages.read(scan);
        }
    }

    /** Of embeddings: a text, texts, or either in tokens already. */
    private void input(JsonScan scan, Operation operation) {
        if (operation != Operation.EMBED) {
            return;
        }
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                if (scan.enterArray()) {
                    while (scan.nextElement()) {
                        inputTokens++;
                    }
                } else if (!scan.isString()) {
                    inputTokens++;
                }
            }
        } else if (!scan.isString()) {
            throw invalid("input: Expected a string or an array of them, not " + scan.kind() + ".");
        }
    }

    private void tools(JsonScan scan) {
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                tools++;
            }
        }
    }

    /** OpenRouter's form of the effort. */
    private void reasoning(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("effort") && effort == null) {
                    effort = effort(scan.string());
                }
            }
        }
    }

    private static @Nullable Effort effort(String word) {
        return switch (word) {
            case "minimal", "low" -> Effort.LOW;
            case "medium" -> Effort.MEDIUM;
            case "high" -> Effort.HIGH;
            case "xhigh" -> Effort.XHIGH;
            case "max" -> Effort.MAX;
            default -> null;
        };
    }

    private Peek result(Operation operation, HeaderLookup headers) {
        if (model == null || modelSpan == null) {
            throw invalid("model: Field required. Name a model, or any name to be routed.");
        }
        if (operation == Operation.EMBED && !seen.contains("input")) {
            throw invalid("input: Field required. Send a text, or an array of texts.");
        }
        if (operation != Operation.EMBED && !seen.contains("messages")) {
            throw invalid(
                    "messages: Field required. Send an array with at least one message, "
                            + "for example [{\"role\": \"user\", \"content\": \"Hello\"}].");
        }
        var traits =
                new Traits(
                        Dialect.OPENAI_CHAT,
                        model,
                        classOf(operation),
                        stream,
                        tools,
                        effort,
                        0,
                        messages.image(),
                        null,
                        null,
                        messages.tags().value(),
                        session(headers),
                        bodyBytes,
                        inputTokens > 0 ? inputTokens : size.tokens());
        return new Peek(
                traits,
                new Outline(
                        modelSpan,
                        maxCompletionTokens == null ? maxTokens : maxCompletionTokens,
                        messages.tags().spans()));
    }

    private RequestClass classOf(Operation operation) {
        return switch (operation) {
            case EMBED -> RequestClass.EMBEDDING;
            case COUNT_TOKENS -> RequestClass.COUNT;
            case GENERATE ->
                    tools == 0 && messages.wantsTitle()
                            ? RequestClass.BACKGROUND
                            : RequestClass.MAIN;
        };
    }

    private @Nullable String session(HeaderLookup headers) {
        for (var header : SESSION_HEADERS) {
            var session = headers.get(header);
            if (session != null && !session.isBlank()) {
                return session;
            }
        }
        return cacheKey;
    }
}
