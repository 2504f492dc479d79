package dev.turnout.routing;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Route;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.contracts.routing.Traits;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the rules are asked about: one request, and the names in it understood.
 *
 * @param model what {@code traits.model()} means
 * @param tag what {@code traits.subagentTag()} means
 */
record Question(Traits traits, RoutingTable table, ModelName model, @Nullable ModelName tag) {

    static Question of(Traits traits, RoutingTable table) {
        String tag = traits.subagentTag();
        return new Question(
                traits,
                table,
                read(traits.model(), traits, table),
                tag == null ? null : read(tag, traits, table));
    }

    /** The name's meaning; our own web search, which knows no model, means nothing elsewhere. */
    private static ModelName read(String written, Traits traits, RoutingTable table) {
        ModelName name = table.names().read(written);
        return name instanceof ModelName.Exact exact
                        && exact.target().equals(Target.SEARCH_DIRECT)
                        && traits.requestClass() != RequestClass.WEB_SEARCH
                ? new ModelName.Unserved(
                        written,
                        exact.words() + " answers web searches only",
                        "name a model of a provider, or send a model name without a provider to be"
                                + " routed by the kind of request")
                : name;
    }

    boolean is(RequestClass requestClass) {
        return traits.requestClass() == requestClass;
    }

    /** The route of that name for this reason; empty where it is not configured. */
    Optional<Choice> route(String name, String reason) {
        return route(name, _ -> Optional.of(reason));
    }

    /** The route of that name, in whose place no other may be taken, if it is configured. */
    Optional<Choice> only(String name, String reason) {
        return Optional.ofNullable(table.routes().get(name))
                .map(route -> Choice.onlyRoute(name, route, reason));
    }

    /** The route of that name, if it is configured and there is a reason to take it. */
    Optional<Choice> route(String name, Function<Route, Optional<String>> reason) {
        return Optional.ofNullable(table.routes().get(name))
                .flatMap(route -> reason.apply(route).map(why -> Choice.route(name, route, why)));
    }

    /** Why the tag is of no use, in words, if there is one and it names no target. */
    Optional<String> uselessTag() {
        return switch (tag) {
            case null -> Optional.empty();
            case ModelName.Exact _ -> Optional.empty();
            case ModelName.Open open ->
                    Optional.of(
                            "the sub-agent tag was ignored: "
                                    + Wording.quoted(open.model())
                                    + " is neither provider/model nor an alias");
            case ModelName.Unserved unserved ->
                    Optional.of("the sub-agent tag was ignored: " + unserved.why());
        };
    }
}
