package dev.turnout.protocol.responses.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.protocol.translate.Upstream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes, as OpenAI's documentation has it by their names; hosts of a model put
 * something before its name.
 *
 * @param thinks whether it thinks before it answers, and then takes no sampling
 * @param off its word for as little thought as can be; null where it knows no effort
 * @param most the highest effort that it knows; null where it knows none
 */
record GptModel(boolean thinks, @Nullable String off, @Nullable Effort most) {

    /** {@code gpt-5.6-codex}: its version, and what stands behind. */
    private static final Pattern GPT = name("gpt-([5-9]|\\d{2})(?:\\.(\\d+))?(?!\\d)(.*)");

    /** The o-series, and the open models: they cannot be told not to think. */
    private static final Pattern ALWAYS_THINKING = name("(?:o[1-9]|gpt-oss)(?![a-z\\d]).*");

    private static final Pattern TALKING = name("(?:gpt-[34]|chatgpt|gpt-\\d.*-chat).*");

    /** They think, and say no effort in a way that holds for all. */
    private static final Pattern GROK = name("grok-(?!.*non-reasoning).*");

    private static final GptModel TALKER = new GptModel(false, null, null);

    /** Of a model that is not known by its name, what its provider's quirks say. */
    static GptModel of(Upstream upstream) {
        var name = upstream.model().toLowerCase(Locale.ROOT);
        if (TALKING.matcher(name).matches()) {
            return TALKER;
        }
        var gpt = GPT.matcher(name);
        if (gpt.matches()) {
            return gpt(gpt);
        }
        if (ALWAYS_THINKING.matcher(name).matches()) {
            return new GptModel(true, "low", Effort.HIGH);
        }
        if (GROK.matcher(name).matches()) {
            return new GptModel(true, null, null);
        }
        return upstream.has(Quirk.EFFORT_OPENAI)
                ? new GptModel(true, "none", Effort.XHIGH)
                : TALKER;
    }

    private static GptModel gpt(Matcher gpt) {
        int major = Integer.parseInt(gpt.group(1));
        int minor = gpt.group(2) == null ? 0 : Integer.parseInt(gpt.group(2));
        int version = major * 100 + Math.min(minor, 99);
        boolean codex = gpt.group(3).startsWith("-codex");
        var off = codex ? "low" : version >= 501 ? "none" : "minimal";
        var most = version >= 506 ? Effort.MAX : version >= 502 ? Effort.XHIGH : Effort.HIGH;
        return new GptModel(true, off, most);
    }

    /**
     * Its word for an effort; for one that it does not know, its highest. Null if it knows none.
     */
    @Nullable String word(Effort effort) {
        if (most == null) {
            return null;
        }
        var known = effort.compareTo(most) > 0 ? most : effort;
        return known.name().toLowerCase(Locale.ROOT);
    }

    private static Pattern name(String name) {
        return Pattern.compile("(?:.*/)?(?:ft:)?" + name);
    }
}
