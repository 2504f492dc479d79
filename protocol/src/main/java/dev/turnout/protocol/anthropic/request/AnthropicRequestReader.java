package dev.turnout.protocol.anthropic.request;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.protocol.anthropic.wire.AnthropicEffort;
import dev.turnout.protocol.anthropic.wire.AnthropicSigns;
import dev.turnout.protocol.anthropic.wire.AnthropicUserId;
import dev.turnout.protocol.conversation.AnswerFormat;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Reasoning;
import dev.turnout.protocol.conversation.Sampling;
import dev.turnout.protocol.conversation.ToolChoice;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands a Messages request in one pass. The switches are the table of the dialect's fields:
 * each is mapped, refused, or dropped by its name. Null says nothing.
 */
public final class AnthropicRequestReader {

    private final AnthropicNotes notes = new AnthropicNotes();
    private final AnthropicTurnsReader turns = new AnthropicTurnsReader(notes);
    private final AnthropicToolsReader tools = new AnthropicToolsReader(notes);

    private final List<Block.Text> system = new ArrayList<>();
    private final List<String> stop = new ArrayList<>();
    private @Nullable ToolChoice toolChoice;
    private @Nullable Integer maxTokens;
    private @Nullable Double temperature;
    private @Nullable Double topP;
    private @Nullable Integer topK;
    private Reasoning.Mode thinking = Reasoning.Mode.UNSAID;
    private @Nullable Integer budget;
    private @Nullable Effort effort;
    private @Nullable AnswerFormat format;
    private AnthropicUserId userId = new AnthropicUserId(null, null);
    private boolean stream;

    private AnthropicRequestReader() {}

    /**
     * Fails with an {@code INVALID_REQUEST} problem where a field that is mapped is not what it
     * must be, or asks for what only Anthropic can do.
     *
     * @param body decompressed
     */
    public static Conversation read(byte[] body) {
        var reader = new AnthropicRequestReader();
        try (var scan = JsonScan.of(body)) {
            if (!scan.enterObject()) {
                throw Problem.of(
                                ProblemCode.INVALID_REQUEST,
                                "The body is " + scan.kind() + ". Send a JSON object.")
                        .asException();
            }
            while (scan.nextField()) {
                if (!scan.isNull()) {
                    reader.field(scan, JsonPlace.field(scan.name()));
                }
            }
            scan.finish();
        }
        return reader.conversation();
    }

    private void field(JsonScan scan, JsonPlace place) {
        switch (scan.name()) {
            case "model" -> {} // the target's own name stands for it
            case "messages" -> turns.read(scan, place);
            case "system" -> system(scan, place);
            case "tools" -> tools.read(scan, place);
            case "tool_choice" -> toolChoice = AnthropicToolChoice.read(scan, place);
            case "max_tokens" -> maxTokens = place.wholeNumber(scan);
            case "temperature" -> temperature = place.number(scan);
            case "top_p" -> topP = place.number(scan);
            case "top_k" -> topK = place.wholeNumber(scan);
            case "stop_sequences" -> stopSequences(scan, place);
            case "stream" -> stream = scan.isTrue();
            case "thinking" -> thinking(scan, place);
            case "output_config" -> outputConfig(scan, place);
            case "output_format" -> format = format(scan, place);
            case "metadata" -> metadata(scan);
            case "cache_control",
                    "service_tier",
                    "speed",
                    "inference_geo",
                    "diagnostics",
                    "context_management",
                    "fallbacks",
                    "fallback_credit_token",
                    "billing_policy",
                    "safeguards" ->
                    notes.drop(scan.name());
            case "mcp_servers" -> mcpServers(scan, place);
            case "container" ->
                    throw place.invalid(
                            "Only Anthropic's own API keeps containers. Leave it out, or use a "
                                    + "route to an anthropic provider.");
            case "thread" ->
                    throw place.invalid(
                            "Only Anthropic's own API keeps threads. Send the whole conversation, "
                                    + "or use a route to an anthropic provider.");
            case "compaction" ->
                    throw place.invalid(
                            "Only Anthropic's own API compacts in this form. Ask for a summary in "
                                    + "a message, or use a route to an anthropic provider.");
            default -> notes.drop("unknown");
        }
    }

    private void system(JsonScan scan, JsonPlace place) {
        for (var block : turns.content(scan, place, Turn.Role.SYSTEM)) {
            if (block instanceof Block.Text text
                    && !text.text().startsWith(AnthropicSigns.CLAUDE_CODE_TEXT)) {
                system.add(text);
            }
        }
    }

    private void stopSequences(JsonScan scan, JsonPlace place) {
        if (!scan.enterArray()) {
            throw place.wrong(scan, "an array of strings");
        }
        while (scan.nextElement()) {
            stop.add(place.text(scan));
        }
    }

    private void thinking(JsonScan scan, JsonPlace place) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "type" ->
                        thinking =
                                switch (scan.string()) {
                                    case "adaptive", "enabled" -> Reasoning.Mode.ON;
                                    case "disabled", "between_tools" -> Reasoning.Mode.OFF;
                                    default ->
                                            throw place.to("type")
                                                    .invalid(
                                                            "Input should be adaptive, enabled, "
                                                                    + "disabled or between_tools.");
                                };
                case "budget_tokens" -> budget = place.to("budget_tokens").wholeNumber(scan);
                case "display" -> notes.drop("thinking.display");
                default -> notes.drop("unknown");
            }
        }
    }

    private void outputConfig(JsonScan scan, JsonPlace place) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        while (scan.nextField()) {
            if (scan.isNull()) {
                continue;
            }
            switch (scan.name()) {
                case "effort" -> {
                    effort = AnthropicEffort.of(scan.string());
                    if (effort == null) {
                        throw place.to("effort")
                                .invalid("Input should be low, medium, high, xhigh or max.");
                    }
                }
                case "format" -> format = format(scan, place.to("format"));
                case "task_budget" -> notes.drop("output_config.task_budget");
                default -> notes.drop("unknown");
            }
        }
    }

    private static AnswerFormat format(JsonScan scan, JsonPlace place) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        String schema = null;
        while (scan.nextField()) {
            if (scan.name().equals("schema")) {
                schema = place.to("schema").object(scan);
            }
        }
        return new AnswerFormat(place.to("schema").required(schema));
    }

    private void metadata(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "user_id" -> {
                        if (scan.isString()) {
                            userId = AnthropicUserId.of(scan.string());
                        }
                    }
                    default -> notes.drop("unknown");
                }
            }
        }
    }

    private static void mcpServers(JsonScan scan, JsonPlace place) {
        if (!scan.enterArray() || scan.nextElement()) {
            throw place.invalid(
                    "Only Anthropic's own API calls MCP servers. Let the client call them, or use "
                            + "a route to an anthropic provider.");
        }
    }

    private Conversation conversation() {
        // Anthropic takes no system message in front; one that came all the same is no reminder.
        var all = turns.turns();
        int first = 0;
        while (first < all.size() && all.get(first).role() == Turn.Role.SYSTEM) {
            for (var block : all.get(first).content()) {
                if (block instanceof Block.Text text) {
                    system.add(text);
                }
            }
            first++;
        }
        var reasoning =
                thinking == Reasoning.Mode.UNSAID && effort == null
                        ? null
                        : new Reasoning(thinking, effort, budget);
        return new Conversation(
                system,
                all.subList(first, all.size()),
                tools.callable(),
                toolChoice,
                new Sampling(maxTokens, temperature, topP, topK, stop),
                reasoning,
                format,
                userId.user(),
                userId.session(),
                stream,
                false,
                List.copyOf(notes.dropped()));
    }
}
