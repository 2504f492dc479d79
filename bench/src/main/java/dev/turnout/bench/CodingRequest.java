package dev.turnout.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Bodies with the shape of what Claude Code sends: two dozen tools, long texts, many turns. */
final class CodingRequest {

    private static final String WORDS =
            "Reads a file from the local file system, with \\\"line numbers\\\" and\\nnew lines. ";

    /** Of a tool's input. */
    private static final int PROPERTIES = 8;

    private CodingRequest() {}

    /** One of the size that a session has after some turns. */
    static byte[] usual() {
        return ofBytes(115_000);
    }

    /** A Messages request of about so many bytes. */
    static byte[] ofBytes(int size) {
        var json = new StringBuilder(size + 1024);
        json.append("{\"model\":\"claude-opus-5-5\",\"max_tokens\":128000,\"stream\":true,");
        json.append("\"system\":[{\"type\":\"text\",\"text\":\"");
        text(json, size / 4);
        json.append("\",\"cache_control\":{\"type\":\"ephemeral\"}}],\"tools\":[");
        for (int tool = 0; tool < 24; tool++) {
            json.append(tool == 0 ? "" : ",");
            json.append("{\"name\":\"Tool").append(tool).append("\",\"description\":\"");
            text(json, size / 48);
            json.append("\",\"input_schema\":");
            schema(json);
            json.append('}');
        }
        json.append("],\"messages\":[{\"role\":\"user\",\"content\":\"Go on.\"}");
        for (int turn = 0; json.length() < size; turn++) {
            json.append(",{\"role\":\"assistant\",\"content\":[{\"type\":\"tool_use\",\"id\":\"t");
            json.append(turn).append("\",\"name\":\"Tool1\",\"input\":{\"path\":\"/a/b\"}}]}");
            json.append(",{\"role\":\"user\",\"content\":[{\"type\":\"tool_result\",");
            json.append("\"tool_use_id\":\"t").append(turn).append("\",\"content\":\"");
            text(json, 2_000);
            json.append("\"}]}");
        }
        return json.append("]}").toString().getBytes(UTF_8);
    }

    private static void schema(StringBuilder json) {
        json.append(
                "{\"$schema\":\"http://json-schema.org/draft-07/schema#\",\"type\":\"object\",");
        json.append("\"properties\":{\"path\":{\"type\":\"string\"}");
        for (int property = 0; property < PROPERTIES; property++) {
            json.append(",\"option").append(property).append("\":{\"description\":\"");
            text(json, WORDS.length());
            json.append("\",\"type\":\"string\",\"enum\":[\"on\",\"off\",\"auto\"]}");
        }
        json.append("},\"required\":[\"path\"],\"additionalProperties\":false}");
    }

    private static void text(StringBuilder json, int length) {
        for (int written = 0; written < length; written += WORDS.length()) {
            json.append(WORDS);
        }
    }
}
