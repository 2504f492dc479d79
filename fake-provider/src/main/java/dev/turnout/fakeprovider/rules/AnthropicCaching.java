package dev.turnout.fakeprovider.rules;

import static dev.turnout.fakeprovider.rules.ChatRules.empty;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The rules for {@code cache_control}, wherever it stands; counts how often it does. */
final class AnthropicCaching {

    private static final int BREAKPOINTS = 4;

    private final AnthropicFields fields;
    private int found;

    AnthropicCaching(AnthropicFields fields) {
        this.fields = fields;
    }

    /** Looks at what may have a breakpoint. */
    void check(JsonNode object, String place) {
        var control = object.path("cache_control");
        if (empty(control)) {
            return;
        }
        found++;
        var at = AnthropicFields.inside(place, "cache_control");
        if (!control.path("type").asText().equals("ephemeral")) {
            fields.noSuchType(control.path("type"), at, Set.of("ephemeral"));
            return;
        }
        fields.known(control, at + ".ephemeral", Set.of("type", "ttl", "scope"));
        fields.oneOf(Set.of("5m", "1h"), control.path("ttl"), at + ".ephemeral.ttl");
    }

    /** Says whether there were too many. */
    void end() {
        if (found > BREAKPOINTS) {
            fields.wrong(
                    "A maximum of %d blocks with cache_control may be provided. Found %d."
                            .formatted(BREAKPOINTS, found));
        }
    }
}
