package dev.turnout.routing;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Route;
import java.util.List;

/**
 * What a rule chose.
 *
 * @param route the name that the plan will bear
 * @param targets as configured, so their model may be {@code *}
 * @param reason in words that make a sentence
 * @param binding whether a caller who may not have it is refused, rather than asked the next rule
 *     for: so where the client itself named the target, and where no other rule could serve
 */
record Choice(String route, List<Target> targets, String reason, boolean binding) {

    /** The route of a target that was named, by the client or by a tag in its prompt. */
    private static final String EXPLICIT = "explicit";

    static Choice route(String name, Route route, String reason) {
        return new Choice(name, route.targets(), reason, false);
    }

    /** The route of that name, in whose place no other may be taken. */
    static Choice onlyRoute(String name, Route route, String reason) {
        return new Choice(name, route.targets(), reason, true);
    }

    /** The client named the target in {@code model}. */
    static Choice byClient(ModelName.Exact name) {
        return new Choice(
                EXPLICIT, List.of(name.target()), "the client named " + name.words(), true);
    }

    /** A prompt named the target; prompts are shared among callers, so it does not bind. */
    static Choice byTag(ModelName.Exact name) {
        return new Choice(
                EXPLICIT, List.of(name.target()), "a sub-agent tag names " + name.words(), false);
    }
}
