package dev.turnout.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures translation, and tells it beside what reading and writing a tree costs in the same run.
 */
public final class TranslationReport {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private TranslationReport() {}

    /**
     * Prints a table, and keeps it as a file.
     *
     * @param arguments the folder of results
     */
    public static void main(String[] arguments) throws RunnerException, IOException {
        var options =
                new OptionsBuilder()
                        .include(TreeBenchmark.class.getName())
                        .include(RequestBenchmark.class.getName())
                        .include(EventBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build();
        var report = report(new Runner(options).run());
        System.out.println();
        System.out.println(report);
        var file = Path.of(arguments[0], LocalDate.now(ZoneOffset.UTC) + "-translation.md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, report);
        System.out.println("Kept as " + file);
    }

    private static String report(Collection<RunResult> results) {
        var tree = of(results, TreeBenchmark.class).iterator().next();
        var report = new StringBuilder();
        report.append("# What translation costs\n\n");
        report.append(
                "%s, %s; JDK %s, %d processors. Times are means, with the error of 99.9 %%.%n%n"
                        .formatted(
                                LocalDate.now(ZoneOffset.UTC),
                                settings(tree),
                                Runtime.version(),
                                Runtime.getRuntime().availableProcessors()));
        report.append(
                "A request of Claude Code's of %,d bytes, beside Jackson's tree of it read and written:%n%n"
                        .formatted(CodingRequest.usual().length));
        report.append("| | µs | × tree | KB allocated | × tree |\n|---|--:|--:|--:|--:|\n");
        report.append(request("tree", tree, tree));
        for (var result : of(results, RequestBenchmark.class)) {
            report.append(request("to " + parameter(result, "provider"), result, tree));
        }
        report.append("\nAn event of a stream:\n\n");
        report.append("| | | ns | bytes allocated |\n|---|---|--:|--:|\n");
        for (var result : of(results, EventBenchmark.class)) {
            report.append(
                    "| %s | %s | %,.0f ± %,.0f | %,.0f |%n"
                            .formatted(
                                    parameter(result, "way"),
                                    parameter(result, "kind"),
                                    time(result),
                                    result.getPrimaryResult().getScoreError(),
                                    allocated(result)));
        }
        return report.toString();
    }

    private static String request(String name, RunResult result, RunResult tree) {
        return "| %s | %,.0f ± %,.0f | %.2f | %,.0f | %.2f |%n"
                .formatted(
                        name,
                        time(result),
                        result.getPrimaryResult().getScoreError(),
                        time(result) / time(tree),
                        allocated(result) / 1024,
                        allocated(result) / allocated(tree));
    }

    private static Collection<RunResult> of(Collection<RunResult> results, Class<?> benchmark) {
        return results.stream()
                .filter(r -> r.getParams().getBenchmark().startsWith(benchmark.getName() + "."))
                .toList();
    }

    private static String settings(RunResult result) {
        var params = result.getParams();
        return "%d forks, %d × %s"
                .formatted(
                        params.getForks(),
                        params.getMeasurement().getCount(),
                        params.getMeasurement().getTime());
    }

    private static String parameter(RunResult result, String name) {
        return result.getParams().getParam(name).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static double time(RunResult result) {
        return result.getPrimaryResult().getScore();
    }

    private static double allocated(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED)).getScore();
    }
}
