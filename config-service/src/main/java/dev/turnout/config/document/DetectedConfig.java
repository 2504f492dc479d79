package dev.turnout.config.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Config;
import dev.turnout.kit.profile.Profile;
import dev.turnout.kit.profile.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A configuration for a machine that has none: of the providers whose keys stand in the
 * environment, or a local Ollama, or the built-in demo.
 *
 * @param document the same as a document, to be kept or edited
 * @param config what the document means
 * @param source in words: what was found, and what answers
 */
public record DetectedConfig(String document, Config config, String source) {

    private static final String OLLAMA = "ollama";
    private static final String DEMO = "demo";

    /**
     * Looks around. Only the first provider found answers by itself: prompts go to another vendor
     * only when somebody names it.
     *
     * @param environment as in {@link System#getenv()}
     * @param ollama the models of a local Ollama, newest first; empty if none runs. It is asked
     *     once; {@link LocalOllama#models()} blocks for up to 200 ms
     */
    public static DetectedConfig from(
            Map<String, String> environment, Supplier<Optional<List<String>>> ollama) {
        var found = new ArrayList<Found>();
        var asides = new ArrayList<String>();
        for (var profile : Profiles.all()) {
            variable(profile, environment)
                    .ifPresent(variable -> sort(profile, variable, found, asides));
        }
        ollama.get()
                .ifPresent(
                        models ->
                                models.stream()
                                        .findFirst()
                                        .ifPresentOrElse(
                                                model -> found.add(ofOllama(model)),
                                                () ->
                                                        asides.add(
                                                                "A local Ollama runs, but has no model.")));
        var words = words(found, asides);
        if (found.isEmpty()) {
            found.add(new Found(DEMO, null, "built in", DEMO));
        }
        var document = document(found);
        return switch (Documents.read(document, Deployment.LAPTOP)) {
            case DocumentResult.Valid valid -> new DetectedConfig(document, valid.config(), words);
            case DocumentResult.Invalid invalid ->
                    throw new IllegalStateException("detection made up " + invalid.errors());
        };
    }

    /**
     * @param key the reference to its key; null if it needs none
     * @param from where it was found
     */
    private record Found(String profile, @Nullable String key, String from, String model) {

        String target() {
            return profile + "/" + model;
        }
    }

    private static Optional<String> variable(Profile profile, Map<String, String> environment) {
        return profile.environment().stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst();
    }

    private static void sort(
            Profile profile, String variable, List<Found> found, List<String> asides) {
        var model = profile.model();
        if (model == null) {
            asides.add(
                    "%s is set; which model of %s to use, only a configuration can say."
                            .formatted(variable, profile.title()));
        } else {
            var key = KeyReference.ENVIRONMENT + variable;
            found.add(new Found(profile.name(), key, variable, model));
        }
    }

    private static Found ofOllama(String model) {
        return new Found(OLLAMA, null, "it runs on this machine", model);
    }

    private static String words(List<Found> found, List<String> asides) {
        var words = new ArrayList<String>();
        if (found.isEmpty()) {
            words.add(
                    "No configuration, no provider key in the environment and no local Ollama:"
                            + " the built-in demo answers.");
        } else {
            words.add(
                    "Detected: %s."
                            .formatted(
                                    found.stream()
                                            .map(f -> f.profile() + " (" + f.from() + ")")
                                            .collect(Collectors.joining(", "))));
            if (found.size() > 1) {
                words.add(
                        "%s answers; the others only when they are named, as in %s."
                                .formatted(found.getFirst().profile(), found.get(1).target()));
            }
        }
        words.addAll(asides);
        return String.join(" ", words);
    }

    private static String document(List<Found> found) {
        var json = new ObjectMapper();
        ObjectNode root = json.createObjectNode().put("version", 1);
        var providers = root.putObject("providers");
        for (var provider : found) {
            var entry = providers.putObject(provider.profile()).put("profile", provider.profile());
            if (provider.key() != null) {
                entry.put("key", provider.key());
            }
        }
        var routes = root.putObject("routes");
        routes.putArray(RouteNames.DEFAULT).add(found.getFirst().target());
        if (found.getFirst().profile().equals(DEMO)) {
            // The demo shows a web search too; a real provider is not given made-up hits.
            routes.putArray(RouteNames.WEB_SEARCH).add(Target.SEARCH_DIRECT.toString());
            root.putObject("search").putArray("engines").add(SearchEngine.DEMO.id());
        }
        try {
            return json.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }
}
