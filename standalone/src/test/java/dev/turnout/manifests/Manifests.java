package dev.turnout.manifests;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files under {@code k8s/}: resources, in the model of their API version, and kustomizations.
 */
final class Manifests {

    private static final String KUSTOMIZATION = "kustomization.yaml";
    private static final KubernetesSerialization MODEL = new KubernetesSerialization();

    private Manifests() {}

    /** A kustomization and the folder that its paths start from. */
    record Kustomization(Path folder, Map<String, Object> content) {}

    static Stream<HasMetadata> resources() {
        return yaml().filter(file -> !file.endsWith(KUSTOMIZATION))
                .flatMap(file -> Checkout.yaml(file).stream())
                .map(Manifests::model);
    }

    static <T extends HasMetadata> List<T> resources(Class<T> kind) {
        return resources().filter(kind::isInstance).map(kind::cast).toList();
    }

    static HasMetadata model(Map<String, Object> document) {
        return MODEL.convertValue(document, HasMetadata.class);
    }

    static Stream<Kustomization> kustomizations() {
        return yaml().filter(file -> file.endsWith(KUSTOMIZATION))
                .map(
                        file ->
                                new Kustomization(
                                        file.resolveSibling(""), Checkout.yaml(file).getFirst()));
    }

    private static Stream<Path> yaml() {
        return Checkout.files("k8s").stream().filter(file -> file.toString().endsWith(".yaml"));
    }
}
