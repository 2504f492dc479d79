package dev.turnout.contracts.config;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.turnout.contracts.Dialect;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A deviation of a provider from its dialect, by the name that documents and profiles write. Each
 * is honoured by one small piece of the protocol's code. Most concern {@code openai-chat}, where
 * servers differ most. The last are capabilities of {@code anthropic} that a server of that dialect
 * has not. What is mended in translated answers holds in every dialect.
 */
public enum Quirk {
    /** The token limit is {@code max_completion_tokens}; {@code max_tokens} is refused. */
    MAX_COMPLETION_TOKENS("max-completion-tokens"),
    /** No {@code stream_options}: usage comes unasked, or never. */
    NO_STREAM_OPTIONS("no-stream-options"),
    /** System messages only at the beginning; later ones become text of the user. */
    SYSTEM_FIRST("system-first"),
    /** No {@code tool_choice} but {@code auto}. */
    NO_TOOL_CHOICE("no-tool-choice"),
    /**
     * No {@code parallel_tool_calls}. The model may call several tools all the same; a client that
     * takes one at a time gets the first.
     */
    NO_PARALLEL_TOOL_CALLS("no-parallel-tool-calls"),
    /** No {@code temperature} and {@code top_p}. */
    NO_SAMPLING("no-sampling"),
    /** {@code top_k} is known, as most model servers know it. */
    TOP_K("top-k"),
    /** No {@code stop}. */
    NO_STOP("no-stop"),
    /** {@code response_format} knows {@code json_object} only. */
    JSON_OBJECT_ONLY("json-object-only"),
    /** {@code prompt_cache_key} and {@code safety_identifier} are known. */
    PROMPT_CACHE_KEY("prompt-cache-key"),
    /** Anthropic's {@code cache_control} is honoured on parts of content. */
    CACHE_CONTROL("cache-control"),
    /** The assistant's reasoning is wanted back as {@code reasoning_content}. */
    ECHO_REASONING("echo-reasoning"),
    /** Reasoning stands in the text unless {@code reasoning_split} asks for it apart. */
    REASONING_SPLIT("reasoning-split"),
    /** The models see no images: a few words say that one stood there. */
    NO_IMAGES("no-images"),
    /** No parts of type {@code file}: a few words say that a document stood there. */
    NO_FILES("no-files"),
    /** Ids of tool calls are nine letters and digits, as Mistral wants them. */
    NINE_CHARACTER_IDS("nine-character-ids"),
    /**
     * Ids of tool calls are {@code functions.NAME:IDX}, counted from 0 over the conversation, as
     * the templates of Kimi write them.
     */
    FUNCTION_INDEX_IDS("function-index-ids"),
    /** A result's message says in {@code name} which tool was called. */
    TOOL_RESULT_NAME("tool-result-name"),
    /** Between results and what the user says next the assistant has to speak. */
    ASSISTANT_AFTER_TOOLS("assistant-after-tools"),
    /** A request has 128 tools at most; one with more goes to the next target. */
    AT_MOST_128_TOOLS("at-most-128-tools"),
    /** Arguments of calls are broken at times: they are held until they are whole, and mended. */
    BUFFERED_ARGUMENTS("buffered-arguments"),
    /** Calls stand in the text at times, in the marks of the model's template. */
    TOOL_MARKUP("tool-markup"),
    /** Reasoning stands in the text, between {@code <think>} and {@code </think>}. */
    THINK_TAGS("think-tags"),
    /**
     * As {@link #THINK_TAGS}, and an answer begins within the reasoning: its {@code <think>} stands
     * in the prompt. For models that always think.
     */
    THINK_UNOPENED("think-unopened"),
    /** Each piece of text or reasoning repeats all that came before it. */
    CUMULATIVE_DELTAS("cumulative-deltas"),
    /** {@code reasoning_effort} with OpenAI's words, {@code none} among them. */
    EFFORT_OPENAI("effort-openai"),
    /** DeepSeek's {@code thinking} switch, and {@code reasoning_effort} low, high, max. */
    EFFORT_DEEPSEEK("effort-deepseek"),
    /** Kimi K3: {@code reasoning_effort} low, high, max; thinking cannot be switched off. */
    EFFORT_KIMI("effort-kimi"),
    /** Kimi K2.5 and K2.6: a {@code thinking} switch and no effort. */
    THINKING_SWITCH("thinking-switch"),
    /** GLM: a {@code thinking} switch, and {@code reasoning_effort} high, max. */
    EFFORT_GLM("effort-glm"),
    /** Qwen's {@code enable_thinking} and {@code thinking_budget}. */
    EFFORT_QWEN("effort-qwen"),
    /** {@code reasoning_effort} low, medium, high; thinking cannot be switched off. */
    EFFORT_GPT_OSS("effort-gpt-oss"),
    /** Ollama: {@code reasoning_effort} none, low, medium, high, max. */
    EFFORT_OLLAMA("effort-ollama"),
    /** No {@code context_management}, nor its beta. */
    NO_CONTEXT_MANAGEMENT("no-context-management"),
    /** No {@code output_config.effort}, nor its beta. */
    NO_EFFORT("no-effort"),
    /** No {@code output_config.format} and {@code output_format}, nor their betas. */
    NO_ANSWER_FORMAT("no-answer-format"),
    /** No {@code strict} with a tool, nor its beta. */
    NO_STRICT_TOOLS("no-strict-tools"),
    /** No {@code eager_input_streaming} with a tool, nor its beta. */
    NO_EAGER_TOOL_INPUT("no-eager-tool-input"),
    /**
     * No tools that are loaded later ({@code defer_loading}, {@code tool_reference}), called from
     * code or given with examples, nor their betas: the tools are ordinary ones.
     */
    NO_ADVANCED_TOOLS("no-advanced-tools"),
    /** No beta for thinking between calls. */
    NO_INTERLEAVED_THINKING("no-interleaved-thinking"),
    /** No {@code thinking.display}, nor its betas. */
    NO_THINKING_DISPLAY("no-thinking-display"),
    /** No {@code ttl} in {@code cache_control}, nor its beta. */
    NO_CACHE_TTL("no-cache-ttl");

    private static final Set<Quirk> OF_ANTHROPIC =
            EnumSet.range(NO_CONTEXT_MANAGEMENT, NO_CACHE_TTL);

    private static final Set<Quirk> OF_RESPONSES =
            EnumSet.of(SYSTEM_FIRST, NO_SAMPLING, EFFORT_OPENAI);

    /** Whatever dialect an answer is read in. */
    private static final Set<Quirk> OF_ANSWERS =
            EnumSet.of(BUFFERED_ARGUMENTS, TOOL_MARKUP, THINK_TAGS, THINK_UNOPENED);

    private final String id;

    Quirk(String id) {
        this.id = id;
    }

    /** The name users write, for example {@code max-completion-tokens}. */
    @JsonValue
    public String id() {
        return id;
    }

    /** Whether it changes anything where a provider speaks this dialect. */
    public boolean isOf(Dialect dialect) {
        return switch (dialect) {
            case ANTHROPIC ->
                    this == NO_SAMPLING || OF_ANTHROPIC.contains(this) || OF_ANSWERS.contains(this);
            case OPENAI_CHAT -> !OF_ANTHROPIC.contains(this);
            case OPENAI_RESPONSES -> OF_RESPONSES.contains(this) || OF_ANSWERS.contains(this);
            case GEMINI -> OF_ANSWERS.contains(this);
        };
    }

    /** The quirk of that name, without regard to case. */
    public static Optional<Quirk> named(String id) {
        return Arrays.stream(values()).filter(quirk -> quirk.id.equalsIgnoreCase(id)).findFirst();
    }

    /** All names, for those who look for a near one. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Quirk::id).toList();
    }

    @JsonCreator
    static Quirk of(String id) {
        return named(id).orElseThrow(() -> new IllegalArgumentException("no quirk is named " + id));
    }
}
