package dev.turnout.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.routing.RoutePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/routing.md says what the code does. */
class RoutingPageTest {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CONFIGURATION = Pattern.compile("(?s)```json\n(.*?)```");
    private static final Pattern REFUSED =
            Pattern.compile("(?s)a model named `([^`]+)` is refused.*?\n> ([^\n]+)");

    private final String page = read();
    private final RoutingTable table = Documents.table(find(CONFIGURATION).group(1));

    @Test
    void theTableOfTheRulesIsTheListInTheCode() {
        assertThat(rows("| rule | ").map(row -> row.get(0)))
                .containsExactlyElementsOf(Precedence.RULES.stream().map(Rule::name).toList());
    }

    @TestFactory
    Stream<DynamicTest> theExamplesHold() {
        List<List<String>> examples = rows("| request | ").toList();
        assertThat(examples).hasSizeGreaterThan(10);
        return examples.stream().map(row -> DynamicTest.dynamicTest(row.get(0), () -> holds(row)));
    }

    @Test
    void theRefusalReadsAsPrinted() {
        MatchResult refused = find(REFUSED);
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> RoutePlanner.plan(table, Requests.of("model=" + refused.group(1))));
        assertThat(e.problem().message()).isEqualTo(refused.group(2));
    }

    private void holds(List<String> row) {
        String request = String.join(" ", codes(row.get(0)));
        RoutePlan plan = RoutePlanner.plan(table, Requests.of(request));
        assertThat(codes(row.get(1))).containsExactly(plan.route());
        assertThat(plan.targets()).map(Target::toString).isEqualTo(codes(row.get(2)));
        assertThat(plan.reason()).isEqualTo(row.get(3));
    }

    /** The cells of the table whose first line starts so. */
    private Stream<List<String>> rows(String head) {
        return page.lines()
                .dropWhile(line -> !line.startsWith(head))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Stream.of(line.substring(1).split("\\|")).map(String::strip).toList());
    }

    private MatchResult find(Pattern pattern) {
        return pattern.matcher(page).results().findFirst().orElseThrow();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
    }

    private static String read() {
        try {
            return Files.readString(Path.of("..", "docs", "routing.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
