package dev.turnout.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every pod of ours promises: the restricted Pod Security Standard, probes and limits. */
class PodPolicyTest {

    static List<Deployment> deployments() {
        return Manifests.resources(Deployment.class);
    }

    @Test
    void thereAreFive() {
        assertThat(deployments())
                .extracting(it -> it.getMetadata().getName())
                .containsExactlyInAnyOrderElementsOf(Applications.SERVICES);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void nothingRunsAsRootOrWritesToItsImage(Deployment deployment) {
        var pod = pod(deployment).getSecurityContext();
        assertThat(pod.getRunAsNonRoot()).isTrue();
        assertThat(pod.getRunAsUser()).isEqualTo(Dockerfile.user());
        assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod(deployment).getAutomountServiceAccountToken()).isFalse();

        var container = container(deployment).getSecurityContext();
        assertThat(container.getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getCapabilities().getAdd()).isEmpty();
        assertThat(container.getPrivileged()).isNotEqualTo(true);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void theManagementPortIsAskedForItsHealth(Deployment deployment) {
        var container = container(deployment);
        assertThat(path(container.getStartupProbe())).isEqualTo("/q/health/started");
        assertThat(path(container.getLivenessProbe())).isEqualTo("/q/health/live");
        assertThat(path(container.getReadinessProbe())).isEqualTo("/q/health/ready");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void whatItMayUseIsLimited(Deployment deployment) {
        var resources = container(deployment).getResources();
        assertThat(resources.getRequests()).containsOnlyKeys("cpu", "memory");
        assertThat(resources.getLimits()).containsOnlyKeys("cpu", "memory");
        assertThat(pod(deployment).getVolumes())
                .filteredOn(volume -> volume.getEmptyDir() != null)
                .allMatch(volume -> volume.getEmptyDir().getSizeLimit() != null);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void theImageIsOneVersion(Deployment deployment) {
        assertThat(container(deployment).getImage())
                .matches("turnout-" + deployment.getMetadata().getName() + ":\\d+\\.\\d+\\.\\d+");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void requestsInFlightAreFinished(Deployment deployment) {
        var before = container(deployment).getLifecycle().getPreStop().getSleep().getSeconds();
        assertThat(pod(deployment).getTerminationGracePeriodSeconds())
                .isGreaterThan(before + Dockerfile.shutdownSeconds());
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void thePortsAreTheServices(Deployment deployment) {
        assertThat(container(deployment).getPorts())
                .extracting(ContainerPort::getName, ContainerPort::getContainerPort)
                .containsExactly(
                        tuple("http", Applications.port(deployment.getMetadata().getName())),
                        tuple("management", Applications.managementPort()));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void prometheusIsToldWhereToLook(Deployment deployment) {
        assertThat(deployment.getSpec().getTemplate().getMetadata().getAnnotations())
                .containsAllEntriesOf(
                        Map.of(
                                "prometheus.io/scrape",
                                "true",
                                "prometheus.io/port",
                                "" + Applications.managementPort(),
                                "prometheus.io/path",
                                "/q/metrics"));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void secretsComeByReference(Deployment deployment) {
        assertThat(container(deployment).getEnv())
                .filteredOn(variable -> variable.getValue() != null)
                .extracting(EnvVar::getName)
                .allMatch(Environment::mayBeWrittenDown);
    }

    private static String path(Probe probe) {
        assertThat(probe.getHttpGet().getPort()).isEqualTo(new IntOrString("management"));
        return probe.getHttpGet().getPath();
    }

    private static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    private static Container container(Deployment deployment) {
        assertThat(pod(deployment).getContainers()).hasSize(1);
        assertThat(pod(deployment).getInitContainers()).isEmpty();
        return pod(deployment).getContainers().getFirst();
    }
}
