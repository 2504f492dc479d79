package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.routing.Effort;
import dev.turnout.protocol.conversation.AnswerFormat;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Reasoning;
import dev.turnout.protocol.conversation.Sampling;
import dev.turnout.protocol.json.JsonPlace;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Understands a Chat Completions request in one pass. The switches are the table of the dialect's
 * fields: each is mapped, refused, or dropped by its name. Null says nothing.
 */
public final class ChatRequestReader {

    private final Set<String> dropped = new TreeSet<>();
    private final ChatTurnsReader turns = new ChatTurnsReader(dropped);
    private final ChatToolsReader tools = new ChatToolsReader(dropped);

    private final List<String> stop = new ArrayList<>();
    private @Nullable Integer maxTokens;
    private @Nullable Integer maxCompletionTokens;
    private @Nullable Double temperature;
    private @Nullable Double topP;
    private @Nullable Integer topK;
    private @Nullable Reasoning reasoning;
    private @Nullable AnswerFormat format;
    private @Nullable String user;
    private @Nullable String safetyIdentifier;
    private @Nullable String session;
    private boolean stream;
    private boolean streamUsage;

    private ChatRequestReader() {}

    /**
     * Fails with an {@code INVALID_REQUEST} problem where a field that is mapped is not what it
     * must be, or several answers are asked for.
     *
     * @param body decompressed
     */
    public static Conversation read(byte[] body) {
        var reader = new ChatRequestReader();
        try (var scan = JsonScan.of(body)) {
            if (!scan.enterObject()) {
                throw new JsonPlace(null, "The body").wrong(scan, "a JSON object");
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
            case "tools", "functions" -> tools.read(scan, place);
            case "tool_choice", "function_call" -> tools.choice(scan, place);
            case "parallel_tool_calls" -> tools.parallel(scan.isTrue());
            case "max_tokens" -> maxTokens = place.wholeNumber(scan);
            case "max_completion_tokens" -> maxCompletionTokens = place.wholeNumber(scan);
            case "temperature" -> temperature = place.number(scan);
            case "top_p" -> topP = place.number(scan);
            case "top_k" -> topK = place.wholeNumber(scan);
            case "stop" -> stop(scan, place);
            case "stream" -> stream = scan.isTrue();
            case "stream_options" -> streamUsage = includesUsage(scan);
            case "reasoning_effort" -> reasoning = reasoning(scan, place);
            case "response_format" -> format = format(scan, place);
            case "user" -> user = place.text(scan);
            case "safety_identifier" -> safetyIdentifier = place.text(scan);
            case "prompt_cache_key" -> session = place.text(scan);
            case "n" -> {
                if (scan.longOr(0) != 1) {
                    throw place.invalid(
                            "One request gets one answer. Leave n out, or send the request"
                                    + " several times.");
                }
            }
            case "audio",
                    "frequency_penalty",
                    "logit_bias",
                    "logprobs",
                    "metadata",
                    "modalities",
                    "moderation",
                    "prediction",
                    "presence_penalty",
                    "prompt_cache_options",
                    "prompt_cache_retention",
                    "seed",
                    "service_tier",
                    "store",
                    "top_logprobs",
                    "verbosity",
                    "web_search_options" ->
                    dropped.add(scan.name());
            default -> dropped.add("unknown");
        }
    }

    private void stop(JsonScan scan, JsonPlace place) {
        if (scan.isString()) {
            stop.add(scan.string());
        } else if (scan.enterArray()) {
            while (scan.nextElement()) {
                stop.add(place.text(scan));
            }
        } else {
            throw place.wrong(scan, "a string or an array of strings");
        }
    }

    private static Reasoning reasoning(JsonScan scan, JsonPlace place) {
        var effort =
                switch (place.text(scan)) {
                    case "none" -> null;
                    case "minimal", "low" -> Effort.LOW;
                    case "medium" -> Effort.MEDIUM;
                    case "high" -> Effort.HIGH;
                    case "xhigh" -> Effort.XHIGH;
                    case "max" -> Effort.MAX;
                    default ->
                            throw place.invalid(
                                    "Input should be none, minimal, low, medium, high, xhigh or"
                                            + " max.");
                };
        return new Reasoning(effort == null ? Reasoning.Mode.OFF : Reasoning.Mode.ON, effort, null);
    }

    private static @Nullable AnswerFormat format(JsonScan scan, JsonPlace place) {
        if (!scan.enterObject()) {
            throw place.wrong(scan, "an object");
        }
        var type = "";
        @Nullable String schema = null;
        while (scan.nextField()) {
            switch (scan.name()) {
                case "type" -> type = scan.string();
                case "json_schema" -> schema = schema(scan, place.to("json_schema"));
                default -> {}
            }
        }
        return switch (type) {
            case "text" -> null;
            case "json_object" -> new AnswerFormat(null);
            case "json_schema" ->
                    new AnswerFormat(place.to("json_schema").to("schema").required(schema));
            default ->
                    throw place.to("type")
                            .invalid("Input should be text, json_object or json_schema.");
        };
    }

    private static @Nullable String schema(JsonScan scan, JsonPlace place) {
        @Nullable String schema = null;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("schema")) {
                    schema = place.to("schema").object(scan);
                }
            }
        }
        return schema;
    }

    private Conversation conversation() {
        return new Conversation(
                turns.system(),
                turns.turns(),
                tools.callable(),
                tools.choice(),
                new Sampling(
                        maxCompletionTokens == null ? maxTokens : maxCompletionTokens,
                        temperature,
                        topP,
                        topK,
                        stop),
                reasoning,
                format,
                safetyIdentifier == null ? user : safetyIdentifier,
                session,
                stream,
                streamUsage,
                List.copyOf(dropped));
    }

    private static boolean includesUsage(JsonScan scan) {
        boolean includes = false;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                includes |= scan.name().equals("include_usage") && scan.isTrue();
            }
        }
        return includes;
    }
}
