package dev.turnout.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.config.document.Deployment;
import dev.turnout.config.document.DocumentResult;
import dev.turnout.config.document.Documents;
import org.junit.jupiter.api.Test;

/** The configuration that containers begin with. */
class DocumentTest {

    @Test
    void isValidInAClusterWithoutAWarning() {
        var read =
                Documents.read(Checkout.text("k8s/base/document/config.json"), Deployment.CLUSTER);
        assertThat(read)
                .isInstanceOfSatisfying(
                        DocumentResult.Valid.class,
                        valid -> {
                            assertThat(valid.warnings()).isEmpty();
                            assertThat(valid.config().providers()).containsOnlyKeys("demo");
                        });
    }
}
