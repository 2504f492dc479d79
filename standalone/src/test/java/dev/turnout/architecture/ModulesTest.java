package dev.turnout.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Which of our modules a module's pom may name; what only its tests use does not count. */
class ModulesTest {

    private static final List<String> BELOW_A_SERVICE =
            List.of("contracts", "protocol", "service-kit");

    private static final Map<String, List<String>> ALLOWED =
            Map.ofEntries(
                    Map.entry("contracts", List.of()),
                    Map.entry("protocol", List.of("contracts")),
                    Map.entry("service-kit", List.of("contracts", "protocol")),
                    Map.entry("fake-provider", List.of()),
                    Map.entry("gateway-service", BELOW_A_SERVICE),
                    Map.entry("routing-service", BELOW_A_SERVICE),
                    Map.entry("provider-adapter-service", BELOW_A_SERVICE),
                    Map.entry("config-service", BELOW_A_SERVICE),
                    Map.entry("search-service", BELOW_A_SERVICE),
                    Map.entry("cli", List.of("contracts", "service-kit", "config-service")),
                    Map.entry(
                            "standalone",
                            List.of(
                                    "gateway-service",
                                    "routing-service",
                                    "provider-adapter-service",
                                    "config-service",
                                    "search-service")),
                    Map.entry("bench", List.of("contracts", "protocol", "fake-provider")));

    @ParameterizedTest
    @MethodSource("dev.turnout.architecture.Modules#all")
    void aPomNamesOnlyModulesBelowIt(String module) {
        // Given
        assertThat(ALLOWED).as("every module has its row here").containsKey(module);

        // When
        var named = ourDependencies(module);

        // Then
        assertThat(ALLOWED.get(module)).containsAll(named);
        assertThat(Modules.below(module)).containsAll(named);
    }

    private static Set<String> ourDependencies(String module) {
        var dependencies = Modules.pom(module).getElementsByTagName("dependency");
        var ours = new TreeSet<String>();
        for (int i = 0; i < dependencies.getLength(); i++) {
            var dependency = (Element) dependencies.item(i);
            if (text(dependency, "groupId").equals("dev.turnout")
                    && !text(dependency, "scope").equals("test")) {
                ours.add(text(dependency, "artifactId"));
            }
        }
        return ours;
    }

    private static String text(Element element, String name) {
        var found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }
}
