package dev.turnout.protocol.gemini.reply;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.gemini.wire.GeminiUsage;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one {@code GenerateContentResponse} says: a chunk of a stream, or a whole answer. */
final class GeminiReplyChunk {

    private @Nullable String id;
    private @Nullable String model;
    private final List<GeminiReplyPart> parts = new ArrayList<>();
    private GeminiGrounding grounding = GeminiGrounding.NONE;
    private @Nullable String finishReason;
    private String finishMessage = "";
    private @Nullable String blockReason;
    private boolean error;
    private boolean answer;

    private GeminiReplyChunk() {}

    /**
     * Reads the chunk on which the scan stands. Anything but an object says nothing.
     *
     * @param usage takes in all that is said of tokens
     * @throws ProblemException where it is not JSON
     */
    static GeminiReplyChunk read(JsonScan scan, GeminiUsage usage) {
        var chunk = new GeminiReplyChunk();
        if (scan.enterObject()) {
            while (scan.nextField()) {
                chunk.field(scan, usage);
            }
        }
        return chunk;
    }

    /** The provider's id of the answer; null where it gives none. */
    @Nullable String id() {
        return id;
    }

    /** The provider's name of the model; null where it gives none. */
    @Nullable String model() {
        return model;
    }

    List<GeminiReplyPart> parts() {
        return parts;
    }

    GeminiGrounding grounding() {
        return grounding;
    }

    /** The provider's word; null while the answer goes on. */
    @Nullable String finishReason() {
        return finishReason;
    }

    /** What it says of that; empty where it says nothing. */
    String finishMessage() {
        return finishMessage;
    }

    /** Why the prompt is not answered; null where it is. */
    @Nullable String blockReason() {
        return blockReason;
    }

    /** Whether it says in so many words that the answer failed. */
    boolean isError() {
        return error;
    }

    /** Whether it has anything of an answer. */
    boolean isAnswer() {
        return answer;
    }

    private void field(JsonScan scan, GeminiUsage usage) {
        switch (scan.name()) {
            case "responseId" -> id = given(scan);
            case "modelVersion" -> model = given(scan);
            case "candidates" -> {
                answer = true;
                if (scan.enterArray()) {
                    while (scan.nextElement()) {
                        candidate(scan);
                    }
                }
            }
            case "promptFeedback" -> {
                answer = true;
                if (scan.enterObject()) {
                    while (scan.nextField()) {
                        if (scan.name().equals("blockReason")) {
                            blockReason = given(scan);
                        }
                    }
                }
            }
            case "usageMetadata" -> {
                answer = true;
                usage.read(scan);
            }
            case "error" -> error |= scan.isObject() || !scan.string().isEmpty();
            default -> {}
        }
    }

    /** The first only; others are asked for by nobody. Its index, 0, may be left out. */
    private void candidate(JsonScan scan) {
        var read = new Candidate();
        read.read(scan);
        if (read.index == 0) {
            parts.addAll(read.parts);
            grounding = grounding.and(read.grounding);
            finishReason = read.finishReason == null ? finishReason : read.finishReason;
            finishMessage = read.finishMessage.isEmpty() ? finishMessage : read.finishMessage;
        }
    }

    private static @Nullable String given(JsonScan scan) {
        var text = scan.string();
        return text.isEmpty() ? null : text;
    }

    private static final class Candidate {
        private final List<GeminiReplyPart> parts = new ArrayList<>();
        private GeminiGrounding grounding = GeminiGrounding.NONE;
        private @Nullable String finishReason;
        private String finishMessage = "";
        private long index;

        private void read(JsonScan scan) {
            if (!scan.enterObject()) {
                return;
            }
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "content" -> content(scan);
                    case "finishReason" -> finishReason = given(scan);
                    case "finishMessage" -> finishMessage = scan.string();
                    case "groundingMetadata" -> grounding = GeminiGrounding.read(scan);
                    case "index" -> index = scan.longOr(0);
                    default -> {}
                }
            }
        }

        private void content(JsonScan scan) {
            if (!scan.enterObject()) {
                return;
            }
            while (scan.nextField()) {
                if (scan.name().equals("parts") && scan.enterArray()) {
                    while (scan.nextElement()) {
                        parts.add(GeminiReplyPart.read(scan));
                    }
                }
            }
        }
    }
}
