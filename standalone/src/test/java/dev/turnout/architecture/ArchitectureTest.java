package dev.turnout.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.ws.rs.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The arrows between the modules, and what no class may be. */
class ArchitectureTest {

    private static final JavaClasses OURS =
            new ClassFileImporter().importPaths(Modules.all().map(Modules::classes).toList());

    private static final String[] SERVICES = {
        "dev.turnout.gateway..",
        "dev.turnout.routing..",
        "dev.turnout.adapter..",
        "dev.turnout.config..",
        "dev.turnout.search.."
    };

    /** A rule over classes that were not found would hold whatever they do. */
    @ParameterizedTest
    @MethodSource("modulesBelow")
    void theClassesOfEveryModuleBelowAreSeen(String module) {
        assertThat(OURS.stream().anyMatch(it -> isIn(it, Modules.classes(module)))).isTrue();
    }

    static List<String> modulesBelow() {
        return Modules.below("standalone");
    }

    @Test
    void contractsKnowNobodyAndNoQuarkus() {
        classes()
                .that()
                .resideInAPackage("dev.turnout.contracts..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.turnout.contracts..",
                        "java..",
                        "jakarta.ws.rs..",
                        "org.eclipse.microprofile.rest.client..",
                        "io.smallrye.mutiny..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..")
                .check(OURS);
    }

    @Test
    void protocolKnowsOnlyContractsJacksonAndATokenizer() {
        classes()
                .that()
                .resideInAPackage("dev.turnout.protocol..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.turnout.protocol..",
                        "dev.turnout.contracts..",
                        "java..",
                        "javax.crypto..",
                        "com.fasterxml.jackson..",
                        "com.knuddels.jtokkit..",
                        "org.jspecify..")
                .check(OURS);
    }

    @Test
    void theKitKnowsNoService() {
        noClasses()
                .that()
                .resideInAPackage("dev.turnout.kit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SERVICES)
                .check(OURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "routing", "adapter", "config", "search"})
    void noServiceKnowsAnother(String service) {
        var own = "dev.turnout." + service + "..";
        noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideInAnyPackage(SERVICES)
                                .and(JavaClass.Predicates.resideOutsideOfPackage(own))
                                .as("belong to another service"))
                .check(OURS);
    }

    @Test
    void nobodyKnowsTheFakeProvider() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.turnout.fakeprovider..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.turnout.fakeprovider..")
                .check(OURS);
    }

    @Test
    void theCommandLineKnowsNoServerAndNobodyKnowsIt() {
        noClasses()
                .that()
                .resideInAPackage("dev.turnout.cli..")
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideInAnyPackage(SERVICES)
                                .and(
                                        JavaClass.Predicates.resideOutsideOfPackage(
                                                "dev.turnout.config.document.."))
                                .as("belong to a server"))
                .check(OURS);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.turnout.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.turnout.cli..")
                .check(OURS);
    }

    /** The command line validates documents with it, without a server. */
    @Test
    void theDocumentKnowsNoQuarkus() {
        noClasses()
                .that()
                .resideInAPackage("dev.turnout.config.document..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta.enterprise..")
                .check(OURS);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().assignedFrom(new ByPackage()).should().beFreeOfCycles().check(OURS);
    }

    /** A base URL is a thing: it is what vendors call it. */
    @Test
    void namesSayTheThingAndNotThePattern() {
        noClasses()
                .should()
                .haveNameMatching(
                        ".*[.$]((Base(?!Url)|Abstract)[A-Z]\\w*|\\w*(Impl|Manager|Helper|Utils?))")
                .check(OURS);
    }

    @Test
    void restPathsAreInternal() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(
                        describe(
                                "a path under /internal/",
                                annotation ->
                                        annotation.getRawType().isEquivalentTo(Path.class)
                                                && annotation
                                                        .as(Path.class)
                                                        .value()
                                                        .startsWith("/internal/")))
                .check(OURS);
    }

    private static boolean isIn(JavaClass javaClass, java.nio.file.Path folder) {
        return javaClass.getSource().orElseThrow().getUri().getPath().startsWith(folder + "/");
    }

    private static final class ByPackage implements SliceAssignment {

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
