package dev.turnout.fakeprovider;

import java.nio.charset.StandardCharsets;

/** The models on offer, in the shape of each vendor. */
final class ModelLists {

    private static final String ANTHROPIC =
            """
            {"data":[{"type":"model","id":"claude-fake-1","display_name":"Claude Fake 1",\
            "created_at":"2026-01-01T00:00:00Z"}],\
            "has_more":false,"first_id":"claude-fake-1","last_id":"claude-fake-1"}""";

    private static final String OPENAI =
            """
            {"object":"list","data":[\
            {"id":"gpt-fake-1","object":"model","created":1767225600,"owned_by":"fake-provider"},\
            {"id":"embedding-fake-1","object":"model","created":1767225600,\
            "owned_by":"fake-provider"}]}""";

    private static final String GEMINI =
            """
            {"models":[{"name":"models/gemini-fake-1","version":"1",\
            "displayName":"Gemini Fake 1","inputTokenLimit":1048576,"outputTokenLimit":65536,\
            "supportedGenerationMethods":["generateContent","countTokens"],"thinking":true}]}""";

    private ModelLists() {}

    static byte[] of(Dialect dialect) {
        var list =
                switch (dialect) {
                    case ANTHROPIC -> ANTHROPIC;
                    case OPENAI_CHAT, OPENAI_RESPONSES -> OPENAI;
                    case GEMINI -> GEMINI;
                };
        return list.getBytes(StandardCharsets.UTF_8);
    }
}
