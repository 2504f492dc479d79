package dev.turnout.protocol.anthropic.wire;

import dev.turnout.contracts.config.Quirk;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of the Messages API not every server of the dialect knows, though clients ask for it: fields
 * of the body and values of the header {@code anthropic-beta}, which travel together or not at all.
 */
public enum AnthropicCapability {
    CONTEXT_MANAGEMENT(
            Quirk.NO_CONTEXT_MANAGEMENT, List.of(".context_management"), "context-management-"),
    EFFORT(Quirk.NO_EFFORT, List.of("output_config.effort"), "effort-"),
    ANSWER_FORMAT(
            Quirk.NO_ANSWER_FORMAT,
            List.of("output_config.format", ".output_format"),
            "structured-outputs-"),
    STRICT_TOOLS(Quirk.NO_STRICT_TOOLS, List.of("tools.strict"), "structured-outputs-"),
    EAGER_TOOL_INPUT(
            Quirk.NO_EAGER_TOOL_INPUT,
            List.of("tools.eager_input_streaming"),
            "fine-grained-tool-streaming-"),
    ADVANCED_TOOLS(
            Quirk.NO_ADVANCED_TOOLS,
            List.of("tools.defer_loading", "tools.allowed_callers", "tools.input_examples"),
            "advanced-tool-use-",
            "tool-search-tool-"),
    INTERLEAVED_THINKING(Quirk.NO_INTERLEAVED_THINKING, List.of(), "interleaved-thinking-"),
    THINKING_DISPLAY(Quirk.NO_THINKING_DISPLAY, List.of("thinking.display"), "thinking-display-"),
    CACHE_TTL(Quirk.NO_CACHE_TTL, List.of("cache_control.ttl"), "extended-cache-ttl-");

    /** The fields of one kind of object, by the quirk that refuses each. */
    private static final Map<String, Map<String, Quirk>> FIELDS =
            Arrays.stream(values())
                    .flatMap(
                            capability ->
                                    capability.fields.stream()
                                            .map(path -> Field.of(path, capability.quirk)))
                    .collect(
                            Collectors.groupingBy(
                                    Field::parent,
                                    Collectors.toUnmodifiableMap(Field::name, Field::quirk)));

    private final Quirk quirk;
    private final List<String> fields;
    private final List<String> betas;

    /**
     * @param fields each as its object's name, a dot and its own; of the request itself no name
     * @param betas how the values begin, up to their date
     */
    AnthropicCapability(Quirk quirk, List<String> fields, String... betas) {
        this.quirk = quirk;
        this.fields = fields;
        this.betas = List.of(betas);
    }

    private record Field(String parent, String name, Quirk quirk) {

        static Field of(String path, Quirk quirk) {
            int dot = path.indexOf('.');
            return new Field(path.substring(0, dot), path.substring(dot + 1), quirk);
        }
    }

    /** The quirks that say that a provider lacks one of these. */
    public static Set<Quirk> quirks() {
        return Arrays.stream(values())
                .map(capability -> capability.quirk)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Quirk.class)));
    }

    /**
     * The fields of an object that a provider may refuse, by name.
     *
     * @param parent the object's name; empty for the request itself
     */
    public static Map<String, Quirk> fieldsOf(String parent) {
        return FIELDS.getOrDefault(parent, Map.of());
    }

    /** The value of {@code anthropic-beta} without what a provider with these quirks refuses. */
    public static String betas(String sent, Set<Quirk> quirks) {
        var refused =
                Arrays.stream(values())
                        .filter(capability -> quirks.contains(capability.quirk))
                        .flatMap(capability -> capability.betas.stream())
                        .toList();
        if (refused.stream().noneMatch(sent::contains)) {
            return sent;
        }
        return Arrays.stream(sent.split(","))
                .map(String::strip)
                .filter(beta -> refused.stream().noneMatch(beta::startsWith))
                .collect(Collectors.joining(","));
    }
}
