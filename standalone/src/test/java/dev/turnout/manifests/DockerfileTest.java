package dev.turnout.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How the images are made. */
class DockerfileTest {

    /** {@code RUN --mount} and heredocs are BuildKit's alone. */
    @Test
    void theClassicBuilderUnderstandsIt() {
        assertThat(Dockerfile.instructions())
                .noneMatch(it -> it.contains("--mount"))
                .noneMatch(it -> it.contains("<<"));
    }

    @Test
    void everyStageIsOfAVersionedImage() {
        assertThat(Dockerfile.instructions())
                .filteredOn(it -> it.matches("ARG (BUILDER|RUNTIME)=.*"))
                .hasSize(2)
                .allMatch(it -> it.matches("ARG \\w+=[\\w./-]+:[\\w.-]*\\d[\\w.-]*"));
        assertThat(Dockerfile.instructions())
                .filteredOn(it -> it.startsWith("FROM "))
                .hasSize(3)
                .allMatch(it -> it.matches("FROM \\$\\{(BUILDER|RUNTIME)} AS \\w+"));
    }

    @Test
    void aServiceIsNotRoot() {
        assertThat(Dockerfile.user()).isPositive();
    }

    /** A shell between would keep SIGTERM to itself. */
    @Test
    void noShellStandsBetweenTheEngineAndTheService() {
        assertThat(Dockerfile.service())
                .anyMatch(it -> it.startsWith("ENTRYPOINT [\"java\", \"@jvm.options\""))
                .anyMatch(it -> it.matches("HEALTHCHECK .*CMD \\[\"/app/healthy\"]"));
    }

    /** Flags that differ would make the cache useless, and say nothing. */
    @Test
    void theCacheIsTrainedWithTheFlagsOfTheService() {
        assertThat(Dockerfile.service())
                .anyMatch(
                        it ->
                                it.contains(
                                        "java @jvm.options -Xmx512m -XX:AOTCacheOutput=app.aot -jar"))
                .contains(
                        "ENTRYPOINT [\"java\", \"@jvm.options\", \"-XX:AOTCache=app.aot\", \"-jar\", \"quarkus-run.jar\"]");
    }
}
