package dev.turnout.config.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.ProviderConfig.ModelConfig;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.kit.profile.Profile;
import dev.turnout.kit.profile.Profiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one provider of a document and writes its shorthands out. */
final class DraftProvider {

    private DraftProvider() {}

    static ProviderConfig read(String name, JsonNode node) {
        var dialect = dialect(text(node, "dialect"));
        var url = text(node, "url");
        var profile = text(node, "profile");
        if (profile == null && dialect == null) {
            profile = Profiles.named(name).map(Profile::name).orElse(null);
        }
        var written = config(node, profile, dialect, url, text(node, "key"));
        var known = Profiles.of(written).orElse(null);
        return config(
                node,
                profile,
                dialect,
                url == null ? null : BaseUrl.canonical(url, known == null ? null : known.dialect()),
                written.key() == null ? usualKey(known) : written.key());
    }

    private static ProviderConfig config(
            JsonNode node,
            @Nullable String profile,
            @Nullable Dialect dialect,
            @Nullable String url,
            @Nullable String key) {
        return new ProviderConfig(
                profile,
                dialect,
                url,
                key,
                headers(node.path("headers")),
                quirks(node).stream()
                        .map(Quirk::named)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                models(node.path("models")),
                node.path("private").asBoolean(false));
    }

    private static @Nullable String usualKey(@Nullable Profile profile) {
        return profile == null || !profile.keyNeeded()
                ? null
                : profile.environment().stream()
                        .findFirst()
                        .map(variable -> KeyReference.ENVIRONMENT + variable)
                        .orElse(null);
    }

    private static @Nullable Dialect dialect(@Nullable String id) {
        return Arrays.stream(Dialect.values())
                .filter(dialect -> dialect.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> headers(JsonNode node) {
        var headers = new LinkedHashMap<String, String>();
        node.properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
        return headers;
    }

    /** The names of a provider's quirks as they are written, known or not. */
    static List<String> quirks(JsonNode provider) {
        var quirks = new ArrayList<String>();
        provider.path("quirks").forEach(quirk -> quirks.add(quirk.asText()));
        return quirks;
    }

    private static Map<String, ModelConfig> models(JsonNode node) {
        var models = new LinkedHashMap<String, ModelConfig>();
        node.properties()
                .forEach(
                        model ->
                                models.put(
                                        model.getKey(),
                                        new ModelConfig(
                                                text(model.getValue(), "id"),
                                                number(model.getValue(), "maxOutputTokens"),
                                                number(model.getValue(), "contextWindow"))));
        return models;
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.path(key).isTextual() ? node.path(key).textValue() : null;
    }

    private static @Nullable Integer number(JsonNode node, String key) {
        return node.path(key).isNumber() ? Integer.valueOf(node.path(key).asInt()) : null;
    }
}
