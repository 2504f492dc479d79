package dev.turnout.gateway.models;

import dev.turnout.contracts.Target;

/**
 * A model that a client may name.
 *
 * @param name what it may write for it: an alias, or {@code provider/model}
 */
public record ListedModel(String name, Target target) {

    /** The name by which it is listed for Anthropic's clients. */
    String anthropicId() {
        return name.contains("claude") || name.contains("anthropic") ? name : Target.PICKER + name;
    }

    /** For people. */
    String displayName() {
        return name.equals(target.toString())
                ? "%s (%s)".formatted(target.model(), target.provider())
                : "%s (%s)".formatted(name, target);
    }

    /** Whether a client means this one, by either name and in any case. */
    public boolean isNamed(String asked) {
        return name.equalsIgnoreCase(asked) || anthropicId().equalsIgnoreCase(asked);
    }
}
