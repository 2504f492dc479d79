package dev.turnout.protocol.responses.peek;

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
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a Responses request. Only what routing and edits need is looked at; everything else
 * is the provider's to judge, and what is not known passes.
 */
public final class ResponsesPeek {

    /** Fields that are looked at; given twice, two readers could take them for two requests. */
    private static final Set<String> READ =
            Set.of(
                    "model",
                    "input",
                    "instructions",
                    "tools",
                    "max_output_tokens",
                    "stream",
                    "reasoning",
                    "prompt_cache_key",
                    "client_metadata",
                    "prompt",
                    "conversation",
                    "previous_response_id");

    /** Any of them may stand in for the input, toward a provider that keeps what they name. */
    private static final Set<String> KEPT =
            Set.of("prompt", "conversation", "previous_response_id");

    /** Where clients name their session: Codex in the first, opencode 1.18 in the last two. */
    private static final List<String> SESSION_HEADERS =
            List.of("session-id", "session_id", "x-session-id", "x-session-affinity");

    private final int bodyBytes;
    private final TokenEstimate size;
    private final ResponsesPeekInput input;
    private final Set<String> seen = new HashSet<>();

    private @Nullable String model;
    private @Nullable Span modelSpan;
    private @Nullable Span maxTokens;
    private boolean stream;
    private int tools;
    private boolean webSearch;
    private @Nullable Effort effort;
    private @Nullable String cacheKey;
    private @Nullable String turnMetadata;

    private ResponsesPeek(byte[] body) {
        bodyBytes = body.length;
        size = new TokenEstimate(body.length);
        input = new ResponsesPeekInput(body, size);
    }

    /**
     * Reads the traits and the outline of a request. Fails with an {@code INVALID_REQUEST} problem
     * where the body is no JSON object, nests too deep, has no {@code model} that is text or no
     * {@code input}, or gives twice a field that is looked at.
     *
     * @param body decompressed
     * @param headers the client's: Codex tells by them its session and what a request is for
     */
    public static Peek peek(byte[] body, Operation operation, HeaderLookup headers) {
        var peek = new ResponsesPeek(body);
        try (var scan = JsonScan.of(body)) {
            peek.read(scan);
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

    private void read(JsonScan scan) {
        if (!scan.enterObject()) {
            throw invalid(
                    "The body is " + scan.kind() + ". Send a JSON object with model and input.");
        }
        while (scan.nextField()) {
            var name = scan.name();
            if (READ.contains(name) && !seen.add(name)) {
                throw twice(name);
            }
            switch (name) {
                case "model" -> model(scan);
                case "input" -> input.read(scan);
                case "instructions" -> input.instructions(scan);
                case "tools" -> tools(scan);
                case "max_output_tokens" -> maxTokens = scan.span();
                case "stream" -> stream = scan.isTrue();
                case "reasoning" -> reasoning(scan);
                case "prompt_cache_key" -> cacheKey = scan.stringOrNull();
                case "client_metadata" -> clientMetadata(scan);
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

    /** Tools within a namespace count each. */
    private void tools(JsonScan scan) {
        if (!scan.enterArray()) {
            return;
        }
        while (scan.nextElement()) {
            int inner = -1;
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    switch (scan.name()) {
                        case "type" -> webSearch |= scan.startsWith("web_search");
                        case "tools" -> inner = length(scan);
                        default -> {}
                    }
                }
            }
            tools += inner < 0 ? 1 : inner;
        }
    }

    private static int length(JsonScan scan) {
        int length = 0;
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                length++;
            }
        }
        return length;
    }

    private void reasoning(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("effort")) {
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

    private void clientMetadata(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals(CodexTurn.HEADER)) {
                    turnMetadata = scan.stringOrNull();
                }
            }
        }
    }

    private Peek result(Operation operation, HeaderLookup headers) {
        if (model == null || modelSpan == null) {
            throw invalid("model: Field required. Name a model, or any name to be routed.");
        }
        if (!input.saysAnything() && seen.stream().noneMatch(KEPT::contains)) {
            throw invalid(
                    "input: Field required. Send a text, or an array with at least one item, for"
                            + " example [{\"role\": \"user\", \"content\": \"Hello\"}].");
        }
        var turn = CodexTurn.of(headers, turnMetadata);
        var traits =
                new Traits(
                        Dialect.OPENAI_RESPONSES,
                        model,
                        classOf(operation, turn),
                        stream,
                        tools,
                        effort,
                        0,
                        input.image(),
                        turn.agentType(),
                        turn.agentId(),
                        input.tags().value(),
                        session(headers),
                        bodyBytes,
                        size.tokens());
        var sealed = input.sealedThinking();
        return new Peek(
                traits,
                new Outline(
                        modelSpan,
                        maxTokens,
                        null,
                        input.tags().spans(),
                        sealed,
                        sealed,
                        Map.of()));
    }

    private RequestClass classOf(Operation operation, CodexTurn turn) {
        return switch (operation) {
            case EMBED -> RequestClass.EMBEDDING;
            case COUNT_TOKENS -> RequestClass.COUNT;
            case GENERATE -> {
                if (webSearch && tools == 1) {
                    yield RequestClass.WEB_SEARCH;
                }
                if (turn.compaction() || input.compaction()) {
                    yield RequestClass.COMPACTION;
                }
                if (turn.background() || (tools == 0 && input.wantsTitle())) {
                    yield RequestClass.BACKGROUND;
                }
                yield turn.subagent() ? RequestClass.SUBAGENT : RequestClass.MAIN;
            }
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
