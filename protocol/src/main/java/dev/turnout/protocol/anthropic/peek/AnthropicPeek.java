package dev.turnout.protocol.anthropic.peek;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.Outline;
import dev.turnout.contracts.provider.Span;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.contracts.routing.Traits;
import dev.turnout.protocol.anthropic.wire.AnthropicEffort;
import dev.turnout.protocol.anthropic.wire.AnthropicSigns;
import dev.turnout.protocol.anthropic.wire.AnthropicUserId;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.peek.HeaderLookup;
import dev.turnout.protocol.peek.Peek;
import dev.turnout.protocol.peek.RoutingTags;
import dev.turnout.protocol.peek.TokenEstimate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a Messages request. Only what routing and edits need is looked at; everything else
 * is the provider's to judge, and what is not known passes.
 */
public final class AnthropicPeek {

    /** Fields that are looked at; given twice, two readers could take them for two requests. */
    private static final Set<String> READ =
            Set.of(
                    "model",
                    "messages",
                    "system",
                    "tools",
                    "max_tokens",
                    "stream",
                    "thinking",
                    "output_config",
                    "context_management",
                    "metadata");

    private final byte[] body;
    private final TokenEstimate size;
    private final Set<String> seen = new HashSet<>();
    private final RoutingTags tags = new RoutingTags();
    private final AnthropicRefusable refusable;
    private final AnthropicPeekMessages messages;

    private @Nullable String model;
    private @Nullable Span modelSpan;
    private @Nullable Span maxTokens;
    private boolean stream;
    private boolean subagent;
    private boolean claudeCode;
    private int tools;
    private boolean webSearch;
    private @Nullable Effort effort;
    private final AnthropicPeekThinking thinking;
    private @Nullable String session;

    private AnthropicPeek(byte[] body) {
        this.body = body;
        this.size = new TokenEstimate(body.length);
        this.refusable = new AnthropicRefusable(body);
        this.thinking = new AnthropicPeekThinking(refusable);
        this.messages = new AnthropicPeekMessages(refusable);
    }

    /**
     * Reads the traits and the outline of a request. Fails with an {@code INVALID_REQUEST} problem
     * where the body is no JSON object, nests too deep, has no {@code model} that is text or no
     * {@code messages}, or gives twice a field that is looked at.
     *
     * @param body decompressed
     * @param headers the client's: hints on the class, the session and the sub-agent
     */
    public static Peek peek(byte[] body, Operation operation, HeaderLookup headers) {
        var peek = new AnthropicPeek(body);
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
                    "The body is "
                            + scan.kind()
                            + ". Send a JSON object with model, max_tokens and messages.");
        }
        while (scan.nextField()) {
            var name = scan.name();
            if (READ.contains(name) && !seen.add(name)) {
                throw twice(name);
            }
            switch (name) {
                case "model" -> model(scan);
                case "messages" -> messages.read(scan, body, size);
                case "system" -> system(scan);
                case "tools" -> tools(scan);
                case "max_tokens" -> maxTokens = scan.span();
                case "stream" -> stream = scan.isTrue();
                case "thinking" -> thinking.read(scan);
                case "context_management" -> {
                    int start = scan.start();
                    thinking.readManagement(scan);
                    refusable.ofRequest(name, scan, start);
                }
                case "output_config" -> outputConfig(scan);
                case "metadata" -> metadata(scan);
                case "cache_control" -> refusable.cacheControl(scan);
                default -> refusable.ofRequest(name, scan, scan.start());
            }
        }
    }

    private void model(JsonScan scan) {
        model = scan.stringOrNull();
        if (model == null) {
            throw invalid("model: Input should be a string, not " + scan.kind() + ".");
        }
        if (model.isBlank()) {
            throw invalid("model: Name a model, or any name to be routed by what is asked.");
        }
        modelSpan = scan.span();
    }

    private void system(JsonScan scan) {
        if (scan.isString()) {
            tags.search(body, scan.start());
            subagent = scan.contains(AnthropicSigns.SUBAGENT_TEXT);
        } else if (scan.enterArray()) {
            for (int block = 0; scan.nextElement(); block++) {
                systemBlock(scan, block == 0);
            }
        }
    }

    private void systemBlock(JsonScan scan, boolean first) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("text") && scan.isString()) {
                    tags.search(body, scan.start());
                    subagent |= first && scan.contains(AnthropicSigns.SUBAGENT_TEXT);
                    claudeCode |= first && scan.startsWith(AnthropicSigns.CLAUDE_CODE_TEXT);
                } else if (scan.name().equals("cache_control")) {
                    refusable.cacheControl(scan);
                }
            }
        }
    }

    private void tools(JsonScan scan) {
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                tools++;
                if (scan.enterObject()) {
                    while (scan.nextField()) {
                        webSearch |= scan.name().equals("type") && scan.startsWith("web_search_");
                        refusable.ofTool(scan);
                    }
                }
            }
        }
    }

    private void outputConfig(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("effort")) {
                    effort = AnthropicEffort.of(scan.string());
                }
                refusable.ofOutput(scan);
            }
        }
    }

    private void metadata(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("user_id")) {
                    session = AnthropicUserId.of(scan.string()).session();
                }
            }
        }
    }

    private Peek result(Operation operation, HeaderLookup headers) {
        if (model == null || modelSpan == null) {
            throw invalid("model: Field required. Name a model, or any name to be routed.");
        }
        if (!seen.contains("messages")) {
            throw invalid(
                    "messages: Field required. Send an array with at least one message, "
                            + "for example [{\"role\": \"user\", \"content\": \"Hello\"}].");
        }
        tags.addAll(messages.tags());
        var agentId = headers.get("x-claude-code-agent-id");
        var sessionId = headers.get("x-claude-code-session-id");
        var signs =
                new AnthropicSigns(
                        webSearch && tools == 1,
                        messages.compaction(),
                        messages.sideQuestion(),
                        subagent || agentId != null,
                        tools == 0 && !thinking.on() && (claudeCode || sessionId != null));
        var traits =
                new Traits(
                        Dialect.ANTHROPIC,
                        model,
                        signs.classOf(operation, headers.get(AnthropicSigns.HINT)),
                        stream,
                        tools,
                        effort,
                        thinking.budget(),
                        messages.image(),
                        headers.get("x-claude-code-agent-type"),
                        agentId,
                        tags.value(),
                        sessionId == null ? session : sessionId,
                        body.length,
                        size.tokens());
        return new Peek(
                traits,
                new Outline(
                        modelSpan,
                        maxTokens,
                        thinking.budgetSpan(),
                        tags.spans(),
                        thinking.cuts(messages.sealedThinking()),
                        thinking.cuts(messages.unsignedThinking()),
                        refusable.spans()));
    }
}
