package dev.turnout.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.contracts.config.Route;
import dev.turnout.contracts.routing.Effort;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A route as it is written.
 *
 * @param targets each a target or an alias
 * @param listed whether it is written as a bare list, which shifts the places of its targets
 */
record DraftRoute(List<String> targets, Set<Effort> effort, @Nullable Long above, boolean listed) {

    static DraftRoute of(JsonNode node) {
        var above = node.path("above");
        return new DraftRoute(
                texts(node.isArray() ? node : node.path("targets")),
                efforts(texts(node.path("effort"))),
                above.isNumber() ? above.longValue() : null,
                node.isArray());
    }

    /** The place of a target, in the route at {@code route}. */
    Pointer target(Pointer route, int index) {
        return listed ? route.then(index) : route.then("targets").then(index);
    }

    Route toRoute(TargetNames names) {
        return new Route(targets.stream().map(names::known).toList(), effort, above);
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.isTextual() ? item.textValue() : ""));
        return texts;
    }

    private static Set<Effort> efforts(List<String> names) {
        var efforts = EnumSet.noneOf(Effort.class);
        for (var effort : Effort.values()) {
            if (names.contains(effort.name().toLowerCase(Locale.ROOT))) {
                efforts.add(effort);
            }
        }
        return efforts;
    }
}
