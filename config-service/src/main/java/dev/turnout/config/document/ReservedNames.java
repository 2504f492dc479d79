package dev.turnout.config.document;

import dev.turnout.contracts.Target;
import java.util.List;

/** Names that stand where a provider's would and mean something else. */
final class ReservedNames {

    /** In front of a model's name it is what a client's picker wants to see, and no more. */
    static final String PICKER = Target.PICKER.substring(0, Target.PICKER.length() - 1);

    static final List<String> ALL = List.of(Target.SEARCH, PICKER);

    private ReservedNames() {}
}
