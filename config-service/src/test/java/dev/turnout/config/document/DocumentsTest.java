package dev.turnout.config.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.turnout.config.document.DocumentCase.Expected;
import dev.turnout.contracts.config.ConfigError;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {

    static Stream<DocumentCase> invalid() {
        return DocumentCase.in("invalid");
    }

    static Stream<DocumentCase> warned() {
        return DocumentCase.in("warned");
    }

    static Stream<DocumentCase> valid() {
        return DocumentCase.in("valid");
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void tellsAllThatIsWrong(DocumentCase document) {
        var result = document.read();

        assertThat(result).isInstanceOf(DocumentResult.Invalid.class);
        assertFound(((DocumentResult.Invalid) result).errors(), document.expected());
    }

    @ParameterizedTest
    @MethodSource("warned")
    void warns(DocumentCase document) {
        var result = document.read();

        assertThat(result).isInstanceOf(DocumentResult.Valid.class);
        assertFound(((DocumentResult.Valid) result).warnings(), document.expected());
    }

    @ParameterizedTest
    @MethodSource("valid")
    void acceptsWithoutAWord(DocumentCase document) {
        assertThat(document.read())
                .asInstanceOf(type(DocumentResult.Valid.class))
                .satisfies(valid -> assertThat(valid.warnings()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource({"invalid", "warned"})
    void repeatsNoSecret(DocumentCase document) {
        assertThat(said(document.read()).toString())
                .doesNotContain("sk-secret")
                .doesNotContain("skantsecret");
    }

    @Test
    void whereOnlyTheProfileIsMissingTheRemedyNamesIt() {
        var document =
                "{\"providers\": {\"kimi\": {\"dialect\": \"openai-chat\", \"models\": {\"m\": {}}}}}";

        assertThat(said(Documents.read(document, Deployment.LAPTOP)))
                .singleElement()
                .satisfies(
                        error ->
                                assertThat(error.remedy())
                                        .contains("or the `profile` \"moonshot\""));
    }

    @Test
    void noTextMakesItFail() {
        var random = new Random(7);
        var originals = Stream.of(invalid(), warned(), valid()).flatMap(s -> s).toList();
        for (var original : originals) {
            for (int round = 0; round < 20; round++) {
                var text = new StringBuilder(original.text());
                for (int change = 0; change < 3; change++) {
                    int at = random.nextInt(text.length());
                    text.setCharAt(at, "{}[]\":,/*#\n\t -&|\u0000é5x".charAt(random.nextInt(20)));
                }
                assertThat(Documents.read(text.toString(), Deployment.CLUSTER)).isNotNull();
            }
        }
    }

    @Test
    void depthAndLengthAreBounded() {
        assertThat(said(Documents.read("[".repeat(100_000), Deployment.LAPTOP))).hasSize(1);
        assertThat(said(Documents.read("#".repeat(1_000_001), Deployment.LAPTOP)))
                .singleElement()
                .satisfies(error -> assertThat(error.problem()).contains("longer than 1,000,000"));
    }

    private static List<ConfigError> said(DocumentResult result) {
        return switch (result) {
            case DocumentResult.Valid valid -> valid.warnings();
            case DocumentResult.Invalid invalid -> invalid.errors();
        };
    }

    /** Each expectation is met by one finding of its own, and nothing else is found. */
    private static void assertFound(List<ConfigError> found, List<Expected> expected) {
        assertThat(expected).as("the file's own words").isNotEmpty();
        var rest = new ArrayList<>(found);
        for (var one : expected) {
            var fitting = rest.stream().filter(one::fits).findFirst();
            assertThat(fitting).as("%s among %s", one, rest).isPresent();
            rest.remove(fitting.orElseThrow());
        }
        assertThat(rest).as("not expected").isEmpty();
    }
}
