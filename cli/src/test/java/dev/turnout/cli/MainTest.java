package dev.turnout.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.cli.place.TestSurroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    private final Path folder;

    private TestSurroundings test;

    MainTest(@TempDir Path folder) {
        this.folder = folder;
        test = new TestSurroundings(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "start --help",
                "stop --help",
                "status --help",
                "logs --help",
                "run --help",
                "code --help",
                "keys --help",
                "keys new --help",
                "keys list --help",
                "keys revoke --help",
                "config --help",
                "config validate --help"
            })
    void everyCommandHasHelp(String line) {
        assertThat(run(line.split(" "))).isZero();
        assertThat(test.out()).startsWith("Usage: turnout");
    }

    @Test
    void noCommandIsACallForHelp() {
        assertThat(run()).isZero();
        assertThat(test.out()).startsWith("Usage: turnout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bogus", "start --port x", "keys", "keys revoke", "stop now"})
    void wrongArgumentsAreTwoLines(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(test.err().lines()).hasSize(2).last().asString().startsWith("Try ./turnout");
    }

    @Test
    void tellsWhenNothingRuns() {
        assertThat(run("status")).isEqualTo(3);
        assertThat(run("stop")).isZero();
        assertThat(run("logs")).isEqualTo(1);
    }

    @Test
    void withoutClaudeItIsAShellsUnknownCommand() {
        test = new TestSurroundings(folder, Map.of("PATH", folder.toString()));

        assertThat(run("code", "-p", "hello")).isEqualTo(127);
        assertThat(test.err()).startsWith("There is no claude on the PATH");
    }

    @Test
    void claudesArgumentsAreItsOwn() throws Exception {
        var notes = Files.writeString(folder.resolve("notes.md"), "one two");
        var seen = folder.resolve("seen");
        var claude =
                Files.writeString(
                        folder.resolve("claude"),
                        "#!/bin/sh\nprintf '%s\\n' \"$@\" > '" + seen + "'\nexit 7\n");
        assertThat(claude.toFile().setExecutable(true)).isTrue();
        test = new TestSurroundings(folder, Map.of("CLAUDE_BIN", claude.toString()));
        seemToRun("standalone");

        assertThat(run("code", "@" + notes, "-p", "say @file", "--model", "x")).isEqualTo(7);

        assertThat(seen).hasContent("@" + notes + "\n-p\nsay @file\n--model\nx\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "start --split", "run", "code"})
    void whatIsLeftOfASplitTurnoutIsToBeStoppedFirst(String line) throws Exception {
        test = new TestSurroundings(folder, Map.of("CLAUDE_BIN", "claude"));
        seemToRun("routing");

        assertThat(run(line.split(" "))).isEqualTo(1);

        assertThat(test.err().lines()).singleElement().asString().contains("./turnout stop");
        assertThat(folder.resolve("run/routing.json")).exists();
    }

    /** Leaves the record of a service whose process is this one. */
    private void seemToRun(String service) throws Exception {
        var self = ProcessHandle.current();
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(
                folder.resolve("run").resolve(service + ".json"),
                """
                {"service": "%s", "pid": %d, "started": "%s",
                 "host": "127.0.0.1", "port": 1, "managementPort": 2, "log": "/log"}
                """
                        .formatted(service, self.pid(), self.info().startInstant().orElseThrow()));
    }

    @Test
    void everythingWrongWithAConfigurationIsTold() throws Exception {
        var file =
                Files.writeString(
                        folder.resolve("mine.json"),
                        """
                        {"version": 1, "providers": {"anthropic": {"profile": "antropic"}},
                         "routes": {"default": ["nobody/knows"]}}
                        """);

        assertThat(run("config", "validate", file.toString())).isEqualTo(2);
        assertThat(test.err())
                .contains("2 errors", "/providers/anthropic/profile", "/routes/default/0");
    }

    @Test
    void aGoodConfigurationIsSaidToBe() throws Exception {
        var file =
                Files.writeString(
                        folder.resolve("mine.json"),
                        """
                        {"version": 1, "providers": {"anthropic": {"profile": "anthropic", "key": "env:ANTHROPIC_API_KEY"}},
                         "routes": {"default": ["anthropic/claude-opus-5-5"]}}
                        """);

        assertThat(run("config", "validate", file.toString())).isZero();
        assertThat(test.out()).isEqualTo(file + " is valid.\n");
        assertThat(run("config", "validate", folder.resolve("none").toString())).isEqualTo(2);
    }

    @Test
    void aFaultOfOurOwnIsOneLineAndItsTraceIsInAFile() {
        assertThat(Main.tell(test.surroundings(), new IllegalStateException("odd"))).isEqualTo(1);

        assertThat(test.err().lines()).singleElement().asString().contains("odd", "cli.log");
        assertThat(folder.resolve("logs/cli.log")).content().contains("\tat ");
    }

    private int run(String... arguments) {
        return Main.run(test.surroundings(), arguments);
    }
}
