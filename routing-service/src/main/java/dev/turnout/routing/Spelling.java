package dev.turnout.routing;

import dev.turnout.contracts.Target;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How a provider and its listed models are written in the configuration.
 *
 * @param provider its name
 * @param listed the models
 * @param anyCase the models, found in any case
 */
record Spelling(String provider, Set<String> listed, Map<String, String> anyCase) {

    static Spelling of(String provider, Set<String> models) {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        // Some vendors tell models apart by case alone: in order, so that each replica agrees.
        new TreeSet<>(models).forEach(model -> anyCase.putIfAbsent(model, model));
        return new Spelling(provider, models, anyCase);
    }

    /** The model as it is listed, or as the client wrote it where it is not. */
    Target target(String model) {
        return new Target(
                provider, listed.contains(model) ? model : anyCase.getOrDefault(model, model));
    }
}
