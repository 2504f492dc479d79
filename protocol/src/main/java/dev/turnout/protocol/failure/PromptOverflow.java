package dev.turnout.protocol.failure;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * That a prompt does not fit a model's window, as providers write it and as clients understand it:
 * Claude Code makes the conversation shorter by the wording alone.
 *
 * @param prompt its tokens, those of the answer included where they are not told apart; 0 where
 *     nobody says
 * @param output tokens that were asked for beside them; 0 where nobody says
 * @param window tokens that both may have together; 0 where nobody says
 */
record PromptOverflow(long prompt, long output, long window) {

    /** Nobody says more than that there is one. */
    static final PromptOverflow UNMEASURED = new PromptOverflow(0, 0, 0);

    /** How the wording that heals begins, in Anthropic's API and with us. */
    private static final String WORDS = "prompt is too long";

    /** How the other one begins, by which only the answer is made smaller. */
    private static final String OUTPUT_WORDS = "input length and `max_tokens` exceed context limit";

    /**
     * Room for an answer that is worth lowering {@code max_tokens} for: Claude Code goes 1,000
     * below what is left, and an agent's turn of fewer than some thousand tokens gets nowhere.
     */
    private static final int LEAST_ROOM = 5000;

    /** Sentences with numbers: {@code p} the prompt, {@code o} the output, {@code w} the window. */
    private static final List<Pattern> MEASURED =
            sentences(
                    // Anthropic
                    "prompt is too long: <p> tokens > <w> maximum",
                    "exceed context limit: <p> \\+ <o> > <w>",
                    // vLLM; "at least" is no more than it had to count
                    "context length is <w> tokens.{1,200} total of at least <p> tokens",
                    "too large: <o>\\. .{1,40}context length is <w> tokens and your request has <p>"
                            + " input",
                    "context length is <w> tokens.{1,40} request has <p> input tokens",
                    "prompt \\(length <p>\\) is longer than the maximum model length of <w>",
                    // OpenAI, OpenRouter, DeepSeek, older vLLM
                    "context length is <w> tokens.{1,20}requested (?:about )?<p> tokens"
                            + "(?: \\([^)]{1,120}?<o> (?:in|for) the (?:completion|output)\\))?",
                    "context length is <w> tokens.{1,40}resulted in <p> tokens",
                    "configured limit of <w> tokens.{1,40}resulted in <p> tokens",
                    // xAI, Gemini, GitHub Copilot, Kimi
                    "maximum prompt length is <w> but the request contains <p>",
                    "input token count \\(<p>\\) exceeds the maximum .{1,40}\\(<w>\\)",
                    "prompt token count of <p> exceeds the limit of <w>",
                    "model token limit: <w> \\(requested: <p>",
                    // SGLang, Mistral, llama.cpp, TGI, Volcano Engine
                    "context length of <w> tokens.{1,40}total of \\d+ tokens: <p> tokens from the"
                            + " input messages and <o> tokens",
                    "input \\(<p> tokens\\) is longer than the model's context length \\(<w>",
                    "prompt contains <p> tokens.{1,60}model with <w> maximum context",
                    "request \\(<p> tokens\\) exceeds the available context size \\(<w>",
                    "must be <= <w>\\. given: <p> `inputs` tokens and <o>",
                    "input length <p> exceeds the maximum length <w>",
                    // Only the window is named: Gemini, Qwen, and whoever says it so
                    "maximum number of tokens allowed \\(?<w>",
                    "range of input length should be \\[\\d+, ?<w>\\]",
                    "context length (?:is|of) <w>");

    /** What is said without numbers, by those above too. */
    private static final Pattern SAID =
            Pattern.compile(
                    "prompt is too long|prompt too long|prompt exceeds max length"
                            + "|maximum context length|exceeds? the context (?:window|length|limit)"
                            + "|exceed context limit|context window exceeds limit"
                            + "|exceeds the available context size|exceeds (?:the )?context size"
                            + "|greater than the context length|longer than the model's context"
                            + "|longer than the maximum model length|maximum prompt length"
                            + "|context[_ ]length[_ ]exceeded|contextwindowexceedederror"
                            + "|reduce the length of the (?:input )?messages"
                            + "|exceed the configured limit|exceeded model token limit"
                            + "|input token count.{0,20} exceeds|prompt token count of"
                            + "|range of input length should be|but model only supports up to"
                            + "|input is too long for requested model|input length \\d+ exceeds"
                            + "|tokens in request more than max tokens allowed"
                            + "|too large for model with \\d+ maximum context"
                            + "|`inputs` tokens \\+ `max_new_tokens` must be"
                            + "|^too many tokens|too many tokens in (?:the )?(?:prompt|input)",
                    Pattern.CASE_INSENSITIVE);

    /** The overflow that a provider tells of in words; null where it speaks of something else. */
    static @Nullable PromptOverflow of(ErrorText said) {
        var text = ErrorWords.lookedAt(said.message());
        return said.window() > 0 || SAID.matcher(text).find() ? read(said) : null;
    }

    /** All that is said of an overflow; numbers that are not said are 0. */
    static PromptOverflow read(ErrorText said) {
        if (said.window() > 0) {
            return new PromptOverflow(said.promptTokens(), 0, said.window());
        }
        var text = ErrorWords.lookedAt(said.message());
        for (var sentence : MEASURED) {
            var match = sentence.matcher(text);
            if (match.find()) {
                return new PromptOverflow(
                        number(match, "p"), number(match, "o"), number(match, "w"));
            }
        }
        return UNMEASURED;
    }

    /**
     * The same with an estimate of the prompt, where only the window was told. What does not fit is
     * larger than it, whatever the estimate.
     */
    PromptOverflow orAbout(long estimatedTokens) {
        return prompt > 0 || window == 0 || estimatedTokens == 0
                ? this
                : new PromptOverflow(Math.max(estimatedTokens, window + 1), 0, window);
    }

    /** Whether a text begins with words that heal. */
    static boolean heals(String text) {
        return text.startsWith(WORDS) || text.startsWith(OUTPUT_WORDS);
    }

    /** Whether a smaller answer would do. */
    boolean isOutputsFault() {
        long input = input();
        return output > 0 && input > 0 && input + output > window && window - input >= LEAST_ROOM;
    }

    /** Anthropic's words for it; without numbers, with a phrase that Claude Code knows as well. */
    String words() {
        if (isOutputsFault()) {
            return OUTPUT_WORDS + ": %d + %d > %d".formatted(input(), output, window);
        }
        long tokens = Math.max(prompt, input() + output);
        if (window > 0 && tokens > window) {
            return WORDS + ": %d tokens > %d maximum".formatted(tokens, window);
        }
        return WORDS
                + ": it exceeds the context window"
                + (window > 0 ? " of %d tokens".formatted(window) : "");
    }

    /** The prompt alone: most name it, some only the sum. */
    private long input() {
        return prompt > window && prompt - output > 0 ? prompt - output : prompt;
    }

    private static long number(Matcher match, String group) {
        if (!match.namedGroups().containsKey(group) || match.group(group) == null) {
            return 0;
        }
        return Long.parseLong(match.group(group).replace(",", ""));
    }

    private static List<Pattern> sentences(String... sentences) {
        return List.of(sentences).stream()
                .map(text -> text.replaceAll("<([pow])>", "(?<$1>\\\\d[\\\\d,]{0,14})"))
                .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL))
                .toList();
    }
}
