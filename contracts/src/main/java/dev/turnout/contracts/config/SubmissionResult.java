package dev.turnout.contracts.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What became of a submitted document. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SubmissionResult.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = SubmissionResult.Refused.class, name = "refused")
})
public sealed interface SubmissionResult {

    /** It is this revision now; the same document as before makes no new one. */
    record Accepted(long revision, List<String> warnings) implements SubmissionResult {
        public Accepted {
            warnings = List.copyOf(warnings);
        }
    }

    /** It changed nothing. */
    record Refused(List<ConfigError> errors) implements SubmissionResult {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
