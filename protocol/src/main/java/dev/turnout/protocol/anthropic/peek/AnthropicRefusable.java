package dev.turnout.protocol.anthropic.peek;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.anthropic.wire.AnthropicCapability;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.JsonText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Notes where in a body stands what some providers refuse. */
final class AnthropicRefusable {

    private static final Map<String, Quirk> OF_REQUEST = AnthropicCapability.fieldsOf("");
    private static final Map<String, Quirk> OF_OUTPUT =
            AnthropicCapability.fieldsOf("output_config");
    private static final Map<String, Quirk> OF_THINKING = AnthropicCapability.fieldsOf("thinking");
    private static final Map<String, Quirk> OF_TOOL = AnthropicCapability.fieldsOf("tools");
    private static final Map<String, Quirk> OF_CACHE =
            AnthropicCapability.fieldsOf("cache_control");

    private final byte[] body;
    private final Map<Quirk, List<Span>> spans = new EnumMap<>(Quirk.class);

    AnthropicRefusable(byte[] body) {
        this.body = body;
    }

    /**
     * A field of the request itself, which may have been read already.
     *
     * @param start of its value
     */
    void ofRequest(String name, JsonScan scan, int start) {
        note(OF_REQUEST, name, scan, start);
    }

    /** A field of {@code output_config}. */
    void ofOutput(JsonScan scan) {
        note(OF_OUTPUT, scan);
    }

    /** A field of {@code thinking}. */
    void ofThinking(JsonScan scan) {
        note(OF_THINKING, scan);
    }

    /** A field of a tool. */
    void ofTool(JsonScan scan) {
        if (scan.name().equals("cache_control")) {
            cacheControl(scan);
        } else {
            note(OF_TOOL, scan);
        }
    }

    /** The object {@code cache_control}, wherever it stands. */
    void cacheControl(JsonScan scan) {
        if (scan.enterObject()) {
            while (scan.nextField()) {
                note(OF_CACHE, scan);
            }
        }
    }

    /** A block that says which tool has been found. */
    void toolReference(Span block) {
        add(Quirk.NO_ADVANCED_TOOLS, block);
    }

    /** What was noted, in the order of the body. */
    Map<Quirk, List<Span>> spans() {
        return spans;
    }

    private void note(Map<String, Quirk> fields, JsonScan scan) {
        note(fields, scan.name(), scan, scan.start());
    }

    private void note(Map<String, Quirk> fields, String name, JsonScan scan, int valueStart) {
        var quirk = fields.get(name);
        if (quirk != null) {
            int start = JsonText.nameStart(body, valueStart);
            add(quirk, new Span(start, scan.end() - start));
        }
    }

    private void add(Quirk quirk, Span span) {
        spans.computeIfAbsent(quirk, first -> new ArrayList<>()).add(span);
    }
}
