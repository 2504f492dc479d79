package dev.turnout.protocol.translate;

import dev.turnout.contracts.provider.Usage;

/**
 * The usage that a client is told: the provider's numbers, and estimates where it gives none. A
 * client that is told of an empty prompt never makes its conversation shorter.
 */
public final class ToldUsage {

    private static final int CHARACTERS_PER_TOKEN = 4;

    private final AnswerContext context;
    private long characters;

    public ToldUsage(AnswerContext context) {
        this.context = context;
    }

    /** Takes note of what has been said, should nobody count it. */
    public void heard(String text) {
        characters += text.length();
    }

    /** What to tell, given what the provider has told so far. */
    public Usage of(Usage reported) {
        boolean counted = reported.prompt() > 0;
        return new Usage(
                counted ? reported.input() : context.estimatedTokens(),
                reported.cacheRead(),
                reported.cacheWrite(),
                reported.output() > 0
                        ? reported.output()
                        : Math.ceilDiv(characters, CHARACTERS_PER_TOKEN),
                reported.thinking(),
                reported.webSearches(),
                reported.reported());
    }
}
