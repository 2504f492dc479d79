package dev.turnout.config.document;

import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.ConfigError;
import java.util.List;

/** What a document came to. */
public sealed interface DocumentResult {

    /**
     * It can be served from.
     *
     * @param warnings what its author should know all the same
     */
    record Valid(Config config, List<ConfigError> warnings) implements DocumentResult {
        public Valid {
            warnings = List.copyOf(warnings);
        }
    }

    /** It cannot; all that is wrong with it: first with its form, then with its meaning. */
    record Invalid(List<ConfigError> errors) implements DocumentResult {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }
}
