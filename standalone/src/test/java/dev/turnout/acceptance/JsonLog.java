package dev.turnout.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The log of a process, whose lines are JSON. */
record JsonLog(List<JsonNode> lines) {

    private static final ObjectMapper JSON = new ObjectMapper();

    JsonLog {
        lines = List.copyOf(lines);
    }

    /** Reads a log; what the JVM itself prints before logging begins is left out. */
    static JsonLog of(String text) {
        return new JsonLog(
                text.lines()
                        .filter(line -> line.startsWith("{") && line.endsWith("}"))
                        .map(JsonLog::line)
                        .toList());
    }

    private static JsonNode line(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("a log line is no JSON: " + line, e);
        }
    }

    /** The ids of all requests for which something was logged. */
    Set<String> idsOfRequests() {
        return lines.stream()
                .map(line -> line.at("/mdc/requestId").asText())
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
    }
}
