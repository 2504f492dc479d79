package dev.turnout.protocol.gemini.request;

import dev.turnout.protocol.conversation.AnswerFormat;
import dev.turnout.protocol.gemini.schema.GeminiSchema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form of the answer. Up to 2.5 a model that is given functions takes none ("Function calling
 * with a response mime type: 'application/json' is unsupported"), and is told in words.
 *
 * @param said in the fields for it; null for nothing
 * @param hint said in the system text instead
 */
record GeminiFormatWriter(@Nullable AnswerFormat said, Optional<String> hint) {

    private static final String JSON = "Answer with one JSON object and nothing else.";

    /**
     * @param functions whether the model is given any
     */
    static GeminiFormatWriter of(
            @Nullable AnswerFormat format, boolean functions, GeminiDraft draft) {
        if (format == null || draft.model().isThree() || !functions) {
            return new GeminiFormatWriter(format, Optional.empty());
        }
        draft.drop("format");
        var schema = format.schema();
        return new GeminiFormatWriter(
                null,
                Optional.of(
                        schema == null ? JSON : JSON + " It fits this JSON Schema:\n" + schema));
    }

    /** The fields of {@code generationConfig}. */
    void write(GeminiDraft draft) {
        if (said == null) {
            return;
        }
        draft.out().field("responseMimeType", "application/json");
        if (said.schema() != null) {
            draft.out().name("responseJsonSchema").raw(GeminiSchema.ofAnswer(said.schema()));
        }
    }
}
