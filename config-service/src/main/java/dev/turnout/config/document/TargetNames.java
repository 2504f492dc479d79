package dev.turnout.config.document;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.ProviderConfig;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks up what stands for a target: {@code provider/model}, {@code provider,model}, an alias. */
final class TargetNames {

    private final Draft draft;

    TargetNames(Draft draft) {
        this.draft = draft;
    }

    /** What a name came to. */
    sealed interface Found {}

    /**
     * A target of a configured provider, spelled as the document spells both; or the one of our own
     * web search.
     */
    record Known(Target target) implements Found {}

    /** Written as a target of our own web search, which has only one. */
    record OtherSearch(String written) implements Found {}

    record UnknownProvider(String provider) implements Found {}

    record NoModel(String provider) implements Found {}

    /** Neither an alias nor written as a target. */
    record UnknownAlias(String name) implements Found {}

    /** An alias that leads back to itself, by these. */
    record Circle(List<String> aliases) implements Found {}

    Found look(String written) {
        return look(written.strip(), new LinkedHashSet<>());
    }

    /** The target, which earlier checks have found to be known. */
    Target known(String written) {
        if (look(written) instanceof Known(Target target)) {
            return target;
        }
        throw new IllegalStateException("not checked before: " + written);
    }

    boolean isAlias(String written) {
        return spelling(written.strip(), draft.aliases().keySet()).isPresent();
    }

    /** What the name begins with, if that is a configured provider or a name kept from them. */
    Optional<String> providerOf(String written) {
        int cut = separator(written);
        if (cut < 0) {
            return Optional.empty();
        }
        var provider = written.substring(0, cut).strip();
        return spelling(provider, draft.providers().keySet())
                .or(() -> spelling(provider, ReservedNames.ALL));
    }

    private Found look(String name, Set<String> onTheWay) {
        var alias = spelling(name, draft.aliases().keySet());
        if (alias.isPresent()) {
            if (!onTheWay.add(alias.get().toLowerCase(Locale.ROOT))) {
                return new Circle(circle(onTheWay, alias.get()));
            }
            var target = draft.aliases().get(alias.get());
            return look(target == null ? "" : target.strip(), onTheWay);
        }
        int cut = separator(name);
        if (cut < 0) {
            return name.equalsIgnoreCase(Target.SEARCH)
                    ? new OtherSearch(name)
                    : new UnknownAlias(name);
        }
        var written = name.substring(0, cut).strip();
        var model = name.substring(cut + 1).strip();
        var provider = spelling(written, draft.providers().keySet());
        if (provider.isEmpty()) {
            return written.equalsIgnoreCase(Target.SEARCH)
                    ? searched(name, model)
                    : new UnknownProvider(written);
        }
        return model.isEmpty()
                ? new NoModel(provider.get())
                : new Known(new Target(provider.get(), modelOf(provider.get(), model)));
    }

    private static Found searched(String name, String model) {
        return model.equalsIgnoreCase(Target.SEARCH_DIRECT.model())
                ? new Known(Target.SEARCH_DIRECT)
                : new OtherSearch(name);
    }

    private String modelOf(String provider, String written) {
        var models =
                Optional.ofNullable(draft.providers().get(provider))
                        .map(ProviderConfig::models)
                        .map(Map::keySet)
                        .orElse(Set.of());
        return spelling(written, models).orElse(written);
    }

    private static List<String> circle(Set<String> onTheWay, String again) {
        var circle = new ArrayList<>(onTheWay);
        circle.add(again.toLowerCase(Locale.ROOT));
        return circle;
    }

    private static Optional<String> spelling(String written, Collection<String> names) {
        return names.stream().filter(written::equalsIgnoreCase).findFirst();
    }

    /** The first slash or comma, which parts the provider from the model; -1 without. */
    private static int separator(String name) {
        int slash = name.indexOf('/');
        int comma = name.indexOf(',');
        return slash < 0 || comma < 0 ? Math.max(slash, comma) : Math.min(slash, comma);
    }
}
