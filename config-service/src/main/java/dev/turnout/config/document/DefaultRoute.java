package dev.turnout.config.document;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.Route;
import dev.turnout.kit.profile.Profile;
import dev.turnout.kit.profile.Profiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The route {@code default} of a document that has none: obvious only with a single provider. */
final class DefaultRoute {

    private DefaultRoute() {}

    static boolean isWritten(Draft draft) {
        return draft.routes().keySet().stream().anyMatch(RouteNames.DEFAULT::equalsIgnoreCase);
    }

    /**
     * To the only provider's only model, else to the model that its profile suggests; empty where
     * the route is written, or none is obvious.
     */
    static Optional<Route> of(Draft draft) {
        if (isWritten(draft) || draft.providers().size() != 1) {
            return Optional.empty();
        }
        var only = draft.providers().entrySet().iterator().next();
        return model(only.getValue())
                .map(model -> new Target(only.getKey(), model))
                .map(target -> new Route(List.of(target), Set.of(), null));
    }

    private static Optional<String> model(ProviderConfig provider) {
        return provider.models().size() == 1
                ? provider.models().keySet().stream().findFirst()
                : Profiles.of(provider).map(Profile::model);
    }
}
