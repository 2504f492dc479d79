package dev.turnout.config.document;

import dev.turnout.contracts.config.ConfigError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a document. */
final class Findings {

    private final List<ConfigError> ofForm;
    private final List<ConfigError> ofMeaning = new ArrayList<>();
    private final List<ConfigError> warnings = new ArrayList<>();

    /**
     * @param ofForm what the schema found; where it found something, or above, nothing more is
     *     said, since that would only be a consequence
     */
    Findings(List<ConfigError> ofForm) {
        this.ofForm = ofForm;
    }

    void error(Pointer at, String problem, String remedy) {
        error(at, problem, null, remedy);
    }

    void error(Pointer at, String problem, @Nullable String nearest, String remedy) {
        if (formIsRight(at)) {
            ofMeaning.add(new ConfigError(at.toString(), problem, nearest, remedy));
        }
    }

    void warning(Pointer at, String problem, @Nullable String nearest, String remedy) {
        if (formIsRight(at)) {
            warnings.add(new ConfigError(at.toString(), problem, nearest, remedy));
        }
    }

    List<ConfigError> errors() {
        var all = new ArrayList<>(ofForm);
        all.addAll(ofMeaning);
        return all;
    }

    List<ConfigError> warnings() {
        return warnings;
    }

    private boolean formIsRight(Pointer at) {
        return ofForm.stream().noneMatch(error -> at.isAtOrBelow(error.pointer()));
    }
}
