package dev.turnout.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.config.SearchConfig;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.kit.profile.Profiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The schema is written by hand for editors; here it is held against what the code knows. */
class DocumentSchemaTest {

    private final JsonNode schema = parse();

    @Test
    void proposesEveryProfile() {
        assertThat(texts("/$defs/provider/properties/profile/examples"))
                .containsExactlyInAnyOrderElementsOf(Profiles.names());
    }

    @Test
    void allowsEveryDialect() {
        assertThat(texts("/$defs/provider/properties/dialect/enum"))
                .containsExactlyElementsOf(
                        Arrays.stream(Dialect.values()).map(Dialect::id).toList());
    }

    @Test
    void proposesEveryQuirk() {
        assertThat(texts("/$defs/provider/properties/quirks/items/examples"))
                .containsExactlyElementsOf(Quirk.names());
    }

    @Test
    void proposesEverySearchEngine() {
        assertThat(texts("/$defs/engine/then/properties/engine/examples"))
                .containsExactlyElementsOf(SearchEngine.names());
    }

    @Test
    void tellsTheDefaultsOfTheSearch() {
        assertThat(schema.at("/$defs/search/properties/cacheSeconds/description").asText())
                .endsWith(" " + SearchConfig.USUAL_CACHE_SECONDS + ".");
        assertThat(schema.at("/$defs/engine/then/properties/timeoutMs/description").asText())
                .endsWith(" " + SearchConfig.Engine.USUAL_TIMEOUT_MS + ".");
    }

    @Test
    void allowsEveryEffort() {
        assertThat(texts("/$defs/routeObject/then/properties/effort/items/enum"))
                .containsExactlyElementsOf(
                        Arrays.stream(Effort.values())
                                .map(effort -> effort.name().toLowerCase(Locale.ROOT))
                                .toList());
    }

    @Test
    void knowsTheRoutesThatRequestsLeadTo() {
        assertThat(keys("/$defs/routes/properties"))
                .contains(RouteNames.AGENTS)
                .containsAll(RouteNames.ALL)
                .hasSize(RouteNames.ALL.size() + 1);
    }

    @Test
    void tellsTheDefaultsOfResilience() {
        var usual = Resilience.DEFAULT;
        assertThat(description("connectMs")).contains(" " + usual.connectMs() + ".");
        assertThat(description("firstEventMs")).contains(" " + usual.firstEventMs() + ".");
        assertThat(description("silenceMs")).contains(" " + usual.silenceMs() + ".");
    }

    @Test
    void describesEveryKey() {
        assertThat(schema.findValues("properties"))
                .isNotEmpty()
                .allSatisfy(
                        properties ->
                                properties.forEach(
                                        key ->
                                                assertThat(
                                                                key.has("description")
                                                                        || key.has("$ref"))
                                                        .as("%s", key)
                                                        .isTrue()));
    }

    private String description(String key) {
        return schema.at("/$defs/resilience/properties/" + key + "/description").asText();
    }

    private List<String> texts(String place) {
        return stream(schema.at(place).elements()).map(JsonNode::asText).toList();
    }

    private List<String> keys(String place) {
        return stream(schema.at(place).fieldNames()).toList();
    }

    private static <T> Stream<T> stream(Iterator<T> items) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, 0), false);
    }

    private static JsonNode parse() {
        try {
            return new ObjectMapper().readTree(Documents.schema());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
