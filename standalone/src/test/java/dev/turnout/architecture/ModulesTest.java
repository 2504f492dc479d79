package dev.turnout.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** Which of our modules a module's pom may name; what only its tests use does not count. */
class ModulesTest {

    private static final String SERVICE = "contracts protocol service-kit";

    @ParameterizedTest
    @CsvSource({
        "contracts, ''",
        "protocol, contracts",
        "service-kit, contracts protocol",
        "fake-provider, ''",
        "gateway-service, " + SERVICE,
        "routing-service, " + SERVICE,
        "provider-adapter-service, " + SERVICE,
        "config-service, " + SERVICE,
        "search-service, " + SERVICE,
        "cli, contracts protocol service-kit config-service",
        "bench, contracts protocol fake-provider",
    })
    void aPomNamesOnlyModulesBelowIt(String module, String allowed) throws Exception {
        // When
        var named = ourDependencies(Path.of("..", module, "pom.xml"));

        // Then
        assertThat(Set.of(allowed.split(" "))).containsAll(named);
    }

    private static Set<String> ourDependencies(Path pom) throws Exception {
        var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        var dependencies = xml.getElementsByTagName("dependency");
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
