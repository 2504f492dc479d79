package dev.turnout.routing;

import java.util.Optional;
import java.util.function.Function;

/**
 * One rule of the precedence.
 *
 * @param name as users read it
 * @param chooses empty where the rule does not apply or its route is not configured
 */
record Rule(String name, Function<Question, Optional<Choice>> chooses) {

    Optional<Choice> choose(Question question) {
        return chooses.apply(question);
    }
}
