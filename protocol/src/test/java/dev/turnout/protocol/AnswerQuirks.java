package dev.turnout.protocol;

import dev.turnout.contracts.config.Quirk;
import java.util.EnumSet;

/** The quirks that show in answers; all others show in requests. */
public final class AnswerQuirks {

    public static final EnumSet<Quirk> ALL =
            EnumSet.of(
                    Quirk.BUFFERED_ARGUMENTS,
                    Quirk.TOOL_MARKUP,
                    Quirk.THINK_TAGS,
                    Quirk.THINK_UNOPENED,
                    Quirk.CUMULATIVE_DELTAS);

    private AnswerQuirks() {}
}
