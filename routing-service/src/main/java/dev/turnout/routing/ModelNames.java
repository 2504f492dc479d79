package dev.turnout.routing;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Config;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads model names as clients write them, by the providers and aliases of one configuration. */
final class ModelNames {

    /** As the model of a configured target: the model that the client asked for. */
    private static final String ANY_MODEL = "*";

    private final Map<String, Spelling> providers;
    private final Map<String, ModelName.Exact> aliases;

    private ModelNames(Map<String, Spelling> providers, Map<String, Target> aliases) {
        this.providers = AnyCase.map("providers", providers);
        Map<String, ModelName.Exact> named = new HashMap<>();
        aliases.forEach(
                (alias, configured) -> {
                    Target target = concrete(configured, alias);
                    String words = alias + ", an alias of " + target;
                    named.put(alias, new ModelName.Exact(target, words));
                });
        this.aliases = AnyCase.map("aliases", named);
    }

    static ModelNames of(Config config) {
        Map<String, Spelling> providers = new HashMap<>();
        config.providers()
                .forEach(
                        (name, provider) ->
                                providers.put(name, Spelling.of(name, provider.models().keySet())));
        return new ModelNames(providers, config.aliases());
    }

    /**
     * Reads an alias (which may hold commas and slashes), {@code provider/model} or {@code
     * provider,model} (the first comma or slash parts them; spaces around the parts do not count),
     * or any other name; each of them also behind {@link Target#PICKER}.
     */
    ModelName read(String written) {
        if (!ModelName.plausible(written)) {
            return new ModelName.Unserved(
                    written,
                    Wording.quoted(written) + " is no model name",
                    "send up to 256 characters without control characters");
        }
        String name = written.strip();
        return named(behindPicker(name).orElse(name));
    }

    /** The target itself, or with {@code model} in place of its {@code *}. */
    Target concrete(Target target, String model) {
        if (!target.model().equals(ANY_MODEL)) {
            return target;
        }
        Spelling spelling = providers.get(target.provider());
        return spelling == null ? new Target(target.provider(), model) : spelling.target(model);
    }

    private static Optional<String> behindPicker(String name) {
        return name.regionMatches(true, 0, Target.PICKER, 0, Target.PICKER.length())
                ? Optional.of(name.substring(Target.PICKER.length()).strip())
                        .filter(rest -> !rest.isEmpty())
                : Optional.empty();
    }

    private ModelName named(String name) {
        ModelName.Exact alias = aliases.get(name);
        if (alias != null) {
            return alias;
        }
        int cut = separator(name);
        if (cut < 0) {
            return new ModelName.Open(name);
        }
        return exact(name, name.substring(0, cut).strip(), name.substring(cut + 1).strip());
    }

    private ModelName exact(String name, String provider, String model) {
        if (provider.equalsIgnoreCase(Target.SEARCH)
                && model.equalsIgnoreCase(Target.SEARCH_DIRECT.model())) {
            return new ModelName.Exact(Target.SEARCH_DIRECT, Target.SEARCH_DIRECT.toString());
        }
        boolean modelNamed = !model.isEmpty() && !model.equals(ANY_MODEL);
        Spelling spelling = providers.get(provider);
        if (spelling == null) {
            return new ModelName.Unserved(
                    modelNamed ? model : name,
                    "no provider is named " + Wording.quoted(provider),
                    unknownProviderRemedy(provider));
        }
        if (!modelNamed) {
            return new ModelName.Unserved(
                    name,
                    Wording.quoted(name) + " names a provider but no model",
                    "write the model behind it, as in " + spelling.provider() + "/<model>");
        }
        Target target = spelling.target(model);
        return new ModelName.Exact(target, target.toString());
    }

    private static int separator(String name) {
        int comma = name.indexOf(',');
        int slash = name.indexOf('/');
        return comma < 0 || slash < 0 ? Math.max(comma, slash) : Math.min(comma, slash);
    }

    private String unknownProviderRemedy(String provider) {
        if (providers.isEmpty()) {
            return "none is configured: add one to the configuration";
        }
        return "configured: "
                + Wording.list(NearestNames.first(provider, providers.keySet()))
                + "; use one of these, or add the provider to the configuration, or send a model"
                + " name without a provider to be routed by the kind of request";
    }
}
