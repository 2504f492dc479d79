package dev.turnout.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.manifests.Manifests.Kustomization;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests are what an API server would take, and hang together. */
class ManifestsTest {

    @ParameterizedTest
    @MethodSource("dev.turnout.manifests.Manifests#resources")
    void everyFieldIsOneOfTheApi(HasMetadata resource) {
        assertThat(resource).isNotInstanceOf(GenericKubernetesResource.class);
        assertThat(UnknownFields.of(resource)).isEmpty();
    }

    /** Without this, the test before could not fail. */
    @Test
    void aMisspeltFieldIsFound() {
        // Given
        var container = Map.of("name", "a", "readynessProbe", Map.of());
        var pod = Map.of("spec", Map.of("containers", List.of(container)));

        // When
        var deployment =
                Manifests.model(
                        Map.of(
                                "apiVersion", "apps/v1",
                                "kind", "Deployment",
                                "spec", Map.of("template", pod)));

        // Then
        assertThat(UnknownFields.of(deployment))
                .containsExactly(".spec.template.spec.containers[0].readynessProbe");
    }

    @Test
    void noSecretIsWrittenDown() {
        assertThat(Manifests.resources(Secret.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.turnout.manifests.Manifests#kustomizations")
    void whatAKustomizationNamesIsThere(Kustomization kustomization) {
        assertThat(named(kustomization)).isNotEmpty().allMatch(Files::exists);
    }

    @Test
    void everyFileIsNamedByAKustomization() {
        // Given
        var named = Manifests.kustomizations().flatMap(ManifestsTest::named).distinct().toList();

        // When
        var files =
                Checkout.files("k8s").stream()
                        .map(Path::normalize)
                        .filter(file -> !file.endsWith("kustomization.yaml"));

        // Then
        assertThat(files).isNotEmpty().allMatch(named::contains);
    }

    /** Resources, and the files that ConfigMaps are made of. */
    private static Stream<Path> named(Kustomization kustomization) {
        var names = new ArrayList<>(strings(kustomization.content().get("resources")));
        if (kustomization.content().get("configMapGenerator") instanceof List<?> generators) {
            for (var generator : generators) {
                names.addAll(strings(((Map<?, ?>) generator).get("files")));
                names.addAll(strings(((Map<?, ?>) generator).get("envs")));
            }
        }
        return names.stream().map(name -> kustomization.folder().resolve(name).normalize());
    }

    private static List<String> strings(@Nullable Object list) {
        return list instanceof List<?> items
                ? items.stream().map(String::valueOf).toList()
                : List.of();
    }
}
