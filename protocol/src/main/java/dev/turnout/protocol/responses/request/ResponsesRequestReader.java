package dev.turnout.protocol.responses.request;

import dev.turnout.protocol.conversation.AnswerFormat;
import dev.turnout.protocol.conversation.Block;
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
 * Understands a Responses request in one pass. The switches are the table of the dialect's fields:
 * each is mapped, refused, or dropped by its name. Null says nothing.
 */
public final class ResponsesRequestReader {

    private final Set<String> dropped = new TreeSet<>();
    private final ResponsesToolsReader tools = new ResponsesToolsReader(dropped);
    private final ResponsesInputReader input = new ResponsesInputReader(tools, dropped);

    private @Nullable String instructions;
    private @Nullable Integer maxTokens;
    private @Nullable Double temperature;
    private @Nullable Double topP;
    private @Nullable Reasoning reasoning;
    private @Nullable AnswerFormat format;
    private @Nullable String user;
    private @Nullable String safetyIdentifier;
    private @Nullable String session;
    private boolean stream;

    private ResponsesRequestReader() {}

    /**
     * Fails with an {@code INVALID_REQUEST} problem where a field that is mapped is not what it
     * must be, or rests on what only OpenAI keeps or can read.
     *
     * @param body decompressed
     */
    public static Conversation read(byte[] body) {
        var reader = new ResponsesRequestReader();
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
            case "input" -> input.read(scan, place);
            case "instructions" -> instructions = place.text(scan);
            case "tools" -> tools.read(scan, place);
            case "tool_choice" -> tools.choice(scan, place);
            case "parallel_tool_calls" -> tools.parallel(scan.isTrue());
            case "max_output_tokens" -> maxTokens = place.wholeNumber(scan);
            case "temperature" -> temperature = place.number(scan);
            case "top_p" -> topP = place.number(scan);
            case "reasoning" -> reasoning = ResponsesReasoningReader.read(scan, place, dropped);
            case "text" -> format = ResponsesFormatReader.read(scan, place, dropped);
            case "stream" -> stream = scan.isTrue();
            case "user" -> user = place.text(scan);
            case "safety_identifier" -> safetyIdentifier = place.text(scan);
            case "prompt_cache_key" -> session = place.text(scan);
            case "include" -> include(scan);
            case "store", "background" -> stored(scan, place);
            case "previous_response_id", "conversation" ->
                    throw place.invalid(
                            "Turnout keeps no conversations. Send the whole conversation in input,"
                                    + " or use a route to an openai-responses provider.");
            case "prompt" ->
                    throw place.invalid(
                            "Only OpenAI knows the prompts that it keeps. Send the text in"
                                    + " instructions and input, or use a route to an"
                                    + " openai-responses provider.");
            case "access_programs",
                    "client_metadata",
                    "context_management",
                    "image",
                    "max_tool_calls",
                    "metadata",
                    "moderation",
                    "prompt_cache_options",
                    "prompt_cache_retention",
                    "service_tier",
                    "stream_options",
                    "top_logprobs",
                    "truncation" ->
                    dropped.add(scan.name());
            default -> dropped.add("unknown");
        }
    }

    /** What OpenAI would keep. An answer that is stored is the same answer. */
    private void stored(JsonScan scan, JsonPlace place) {
        if (!scan.isTrue()) {
            return;
        }
        if (scan.name().equals("background")) {
            throw place.invalid(
                    "Turnout keeps no answers to be fetched later. Leave background out and wait"
                            + " for the answer, or use a route to an openai-responses provider.");
        }
        dropped.add(scan.name());
    }

    /** Reasoning comes back in any case; the rest is of tools that only OpenAI runs. */
    private void include(JsonScan scan) {
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                if (!scan.is("reasoning.encrypted_content")) {
                    dropped.add("include");
                }
            }
        }
    }

    private Conversation conversation() {
        var system = new ArrayList<Block.Text>();
        if (instructions != null && !instructions.isEmpty()) {
            system.add(new Block.Text(instructions, false));
        }
        system.addAll(input.system());
        return new Conversation(
                system,
                input.turns(),
                tools.callable(),
                tools.choice(),
                new Sampling(maxTokens, temperature, topP, null, List.of()),
                reasoning,
                format,
                safetyIdentifier == null ? user : safetyIdentifier,
                session,
                stream,
                true,
                List.copyOf(dropped));
    }
}
