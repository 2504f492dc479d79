package dev.turnout.protocol.responses.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The web search that the provider runs, which Anthropic and OpenAI have with nearly the same
 * settings: Anthropic {@code {allowed_domains, user_location}}, OpenAI {@code
 * {filters:{allowed_domains}, user_location}}.
 */
final class ResponsesSearchTool {

    private static final String NAME = "web_search";

    /** The version of it that every Claude takes. */
    private static final String OF_ANTHROPIC = "web_search_20250305";

    private final List<String> domains = new ArrayList<>();
    private final Map<String, String> location = new LinkedHashMap<>();
    private boolean external = true;

    /** The name by which Anthropic knows it, of each of its types here; other types are kept. */
    static String nameOf(String type) {
        return type.startsWith(NAME) ? NAME : type;
    }

    /** Whether a tool that the provider runs is a web search. */
    static boolean is(Tool.Server tool) {
        return tool.type().startsWith(NAME);
    }

    /** One that Anthropic's declaration asks for; what is not known here is dropped. */
    static ResponsesSearchTool of(Tool.Server tool, Set<String> dropped) {
        var search = new ResponsesSearchTool();
        try (var scan = JsonScan.of(tool.json().getBytes(UTF_8))) {
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    if (!scan.isNull()) {
                        search.field(scan, dropped);
                    }
                }
            }
        }
        return search;
    }

    private void field(JsonScan scan, Set<String> dropped) {
        switch (scan.name()) {
            case "type", "name" -> {}
            case "allowed_domains" -> domains(scan);
            case "user_location" -> location(scan);
            case "cache_control" -> dropped.add("cache_control");
            case "allowed_callers",
                    "blocked_domains",
                    "defer_loading",
                    "max_uses",
                    "response_inclusion",
                    "strict" ->
                    dropped.add("tools." + scan.name());
            default -> dropped.add("unknown");
        }
    }

    /** Reads OpenAI's {@code filters}. */
    void filters(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                if (scan.name().equals("allowed_domains")) {
                    domains(scan);
                }
            }
        }
    }

    private void domains(JsonScan scan) {
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                if (!scan.string().isEmpty()) {
                    domains.add(scan.string());
                }
            }
        }
    }

    /** Reads {@code user_location}, which is the same on both sides. */
    void location(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "city", "region", "country", "timezone" -> {
                        if (!scan.string().isEmpty()) {
                            location.put(scan.name(), scan.string());
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    /** Whether the web itself may be searched, and not only what OpenAI has kept of it. */
    void external(boolean allowed) {
        external = allowed;
    }

    boolean live() {
        return external;
    }

    /** As Anthropic declares it. */
    Tool ofAnthropic() {
        var out = new JsonWriter();
        out.startObject().field("type", OF_ANTHROPIC).field("name", NAME);
        writeDomains(out);
        writeLocation(out);
        out.endObject();
        return new Tool.Server(NAME, OF_ANTHROPIC, new String(out.bytes(), UTF_8));
    }

    /** Writes it as OpenAI declares it. */
    void write(JsonWriter out) {
        out.startObject().field("type", NAME);
        if (!domains.isEmpty()) {
            out.name("filters").startObject();
            writeDomains(out);
            out.endObject();
        }
        writeLocation(out);
        out.endObject();
    }

    private void writeDomains(JsonWriter out) {
        if (!domains.isEmpty()) {
            out.name("allowed_domains").startArray();
            domains.forEach(out::string);
            out.endArray();
        }
    }

    private void writeLocation(JsonWriter out) {
        if (!location.isEmpty()) {
            out.name("user_location").startObject().field("type", "approximate");
            location.forEach(out::field);
            out.endObject();
        }
    }
}
