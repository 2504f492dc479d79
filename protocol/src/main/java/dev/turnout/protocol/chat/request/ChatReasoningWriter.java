package dev.turnout.protocol.chat.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Reasoning;
import dev.turnout.protocol.conversation.Reasoning.Mode;
import dev.turnout.protocol.translate.Upstream;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much the model is to think, in the words that its provider has for it. */
final class ChatReasoningWriter {

    /**
     * The words of one kind of server; null where it has none.
     *
     * @param switched whether thinking has a switch of its own
     * @param off the effort that is as little as can be; null where the switch does it
     */
    private record Words(
            Quirk quirk,
            boolean switched,
            @Nullable String off,
            @Nullable String low,
            @Nullable String medium,
            @Nullable String high,
            @Nullable String xhigh,
            @Nullable String max) {

        @Nullable String of(Effort effort) {
            return switch (effort) {
                case LOW -> low;
                case MEDIUM -> medium;
                case HIGH -> high;
                case XHIGH -> xhigh;
                case MAX -> max;
            };
        }
    }

    private static final List<Words> WORDS =
            List.of(
                    // max came with GPT-5.6
                    words(Quirk.EFFORT_OPENAI, "none", "low", "medium", "high", "xhigh", "xhigh"),
                    switched(Quirk.EFFORT_DEEPSEEK, "low", "high", "high", "high", "max"),
                    words(Quirk.EFFORT_KIMI, "low", "low", "high", "high", "max", "max"),
                    switched(Quirk.THINKING_SWITCH, null, null, null, null, null),
                    switched(Quirk.EFFORT_GLM, "high", "high", "high", "max", "max"),
                    words(Quirk.EFFORT_GPT_OSS, "low", "low", "medium", "high", "high", "high"),
                    words(Quirk.EFFORT_OLLAMA, "none", "low", "medium", "high", "max", "max"));

    /** Models that think here only while no tools are given: for both, OpenAI has Responses. */
    private static final Pattern TOOLS_OR_THOUGHT =
            Pattern.compile("(ft:)?gpt-(5\\.([4-9]|[1-9]\\d)|[6-9])(?!\\d).*");

    private ChatReasoningWriter() {}

    /** Whether the assistant's reasoning is sent back: DeepSeek and Kimi want it beside tools. */
    static boolean echoed(Conversation conversation, Upstream upstream) {
        return upstream.has(Quirk.ECHO_REASONING)
                && (!conversation.tools().isEmpty() || conversation.hasCalls());
    }

    /**
     * What stands where the assistant thought nothing: Kimi takes no empty text, DeepSeek no other.
     */
    static String unthought(ChatDraft draft) {
        return draft.has(Quirk.EFFORT_KIMI) || draft.has(Quirk.THINKING_SWITCH) ? "." : "";
    }

    /**
     * @param tools whether the model is given any
     */
    static void write(@Nullable Reasoning reasoning, boolean tools, ChatDraft draft) {
        if (draft.has(Quirk.REASONING_SPLIT)) {
            draft.out().field("reasoning_split", true);
        }
        if (tools && draft.has(Quirk.EFFORT_OPENAI) && thinksWithoutTools(draft.upstream())) {
            draft.out().field("reasoning_effort", "none"); // they think also if nothing is said
            if (reasoning != null && reasoning.mode() != Mode.OFF) {
                draft.drop("reasoning");
            }
            return;
        }
        if (reasoning == null) {
            return;
        }
        if (draft.has(Quirk.EFFORT_QWEN)) {
            qwen(reasoning, draft);
            return;
        }
        for (var words : WORDS) {
            if (draft.has(words.quirk())) {
                write(reasoning, words, draft);
                return;
            }
        }
        draft.drop("reasoning");
    }

    private static boolean thinksWithoutTools(Upstream upstream) {
        return TOOLS_OR_THOUGHT.matcher(upstream.model()).matches();
    }

    private static void write(Reasoning reasoning, Words words, ChatDraft draft) {
        boolean off = reasoning.mode() == Mode.OFF;
        boolean switched = words.switched() && reasoning.mode() != Mode.UNSAID;
        if (switched) {
            draft.out().name("thinking").startObject();
            draft.out().field("type", off ? "disabled" : "enabled").endObject();
        }
        var effort = reasoning.effortOrBudget();
        var word = off ? words.off() : effort == null ? null : words.of(effort);
        if (word != null) {
            draft.out().field("reasoning_effort", word);
        } else if (!switched) {
            draft.drop("reasoning");
        } else if (effort != null && !off) {
            draft.drop("effort");
        }
    }

    private static void qwen(Reasoning reasoning, ChatDraft draft) {
        if (reasoning.mode() != Mode.UNSAID) {
            draft.out().field("enable_thinking", reasoning.mode() == Mode.ON);
        }
        var budget = reasoning.mode() == Mode.OFF ? null : qwenBudget(reasoning);
        if (budget != null) {
            draft.out().field("thinking_budget", budget);
        }
    }

    /** In tokens; null for as many as the model likes, from high on. */
    private static @Nullable Integer qwenBudget(Reasoning reasoning) {
        if (reasoning.budgetTokens() != null) {
            return reasoning.budgetTokens();
        }
        return switch (reasoning.effort()) {
            case LOW -> 2048;
            case MEDIUM -> 8192;
            case HIGH, XHIGH, MAX -> null;
            case null -> null;
        };
    }

    private static Words words(
            Quirk quirk,
            String off,
            String low,
            String medium,
            String high,
            String xhigh,
            String max) {
        return new Words(quirk, false, off, low, medium, high, xhigh, max);
    }

    private static Words switched(
            Quirk quirk,
            @Nullable String low,
            @Nullable String medium,
            @Nullable String high,
            @Nullable String xhigh,
            @Nullable String max) {
        return new Words(quirk, true, null, low, medium, high, xhigh, max);
    }
}
