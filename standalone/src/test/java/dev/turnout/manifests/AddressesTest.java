package dev.turnout.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The services find each other: names, ports and variables are those of the applications. */
class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "TURNOUT_ROUTING_URL, routing",
        "TURNOUT_ADAPTER_URL, provider-adapter",
        "TURNOUT_CONFIG_URL, config",
        "TURNOUT_SEARCH_URL, search"
    })
    void leadToTheServiceTheyAreNamedAfter(String variable, String service) {
        var address = "http://%s:%d".formatted(service, Applications.port(service));
        assertThat(settings()).containsEntry(variable, address);
        for (var caller : Applications.SERVICES) {
            assertThat(ComposeFile.part(caller).environment()).containsEntry(variable, address);
        }
    }

    @Test
    void kubernetesServicesLeadToTheirPods() {
        assertThat(Manifests.resources(Service.class))
                .hasSameSizeAs(Applications.SERVICES)
                .allSatisfy(
                        service -> {
                            var name = service.getMetadata().getName();
                            assertThat(service.getSpec().getPorts())
                                    .extracting(ServicePort::getPort)
                                    .containsExactly(Applications.port(name));
                            assertThat(selected(service)).containsExactly(name);
                        });
    }

    private static List<String> selected(Service service) {
        var selector = service.getSpec().getSelector().entrySet();
        return Manifests.resources(Deployment.class).stream()
                .filter(it -> labels(it).entrySet().containsAll(selector))
                .map(it -> it.getMetadata().getName())
                .toList();
    }

    private static Map<String, String> labels(Deployment deployment) {
        return deployment.getSpec().getTemplate().getMetadata().getLabels();
    }

    /** Else a gateway would keep to the replica that it met first. */
    @Test
    void theAdaptersAreReachedOneByOne() {
        assertThat(Manifests.resources(Service.class))
                .filteredOn(it -> "None".equals(it.getSpec().getClusterIP()))
                .extracting(it -> it.getMetadata().getName())
                .containsExactly("provider-adapter");
    }

    @ParameterizedTest
    @MethodSource("variables")
    void everyVariableIsRead(String name) {
        assertThat(Applications.reads(name) || Applications.providerKeys().contains(name)).isTrue();
    }

    static Stream<String> variables() {
        var compose =
                ComposeFile.parts().stream()
                        .filter(part -> part.settings().containsKey("build"))
                        .flatMap(part -> part.environment().keySet().stream());
        var kubernetes =
                Manifests.resources(Deployment.class).stream()
                        .flatMap(
                                it -> it.getSpec().getTemplate().getSpec().getContainers().stream())
                        .flatMap(it -> it.getEnv().stream())
                        .map(it -> it.getName());
        return Stream.of(
                        compose,
                        kubernetes,
                        settings().stringPropertyNames().stream(),
                        groups().map(literal -> literal.split("=")[0]))
                .flatMap(it -> it)
                .distinct();
    }

    @Test
    void aGroupOfAdaptersHasItsOwnAddress() {
        assertThat(groups())
                .isNotEmpty()
                .allSatisfy(
                        literal -> {
                            var group = literal.split("=")[0].replaceAll(".*\\.", "");
                            var address = URI.create(literal.split("=")[1]);
                            assertThat(address)
                                    .hasHost("provider-adapter-" + group)
                                    .hasPort(Applications.port("provider-adapter"));
                            assertThat(suffixes()).contains("-" + group);
                        });
    }

    private static Properties settings() {
        return Checkout.properties("k8s/base/settings.env");
    }

    private static List<String> suffixes() {
        return Manifests.kustomizations().map(it -> "" + it.content().get("nameSuffix")).toList();
    }

    /** As the gateway gets them, {@code name=address}. */
    private static Stream<String> groups() {
        return Manifests.kustomizations()
                .flatMap(it -> items(it.content().get("configMapGenerator")))
                .map(it -> (Map<?, ?>) it)
                .filter(it -> "turnout-adapter-groups".equals(it.get("name")))
                .flatMap(it -> items(it.get("literals")))
                .map(String::valueOf);
    }

    private static Stream<?> items(@Nullable Object list) {
        return list instanceof List<?> items ? items.stream() : Stream.empty();
    }
}
