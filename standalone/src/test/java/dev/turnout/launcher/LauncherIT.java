package dev.turnout.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.stack.FreePorts;
import dev.turnout.launcher.CommandLine.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises of a checkout without any configuration. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LauncherIT {

    /** The line to try Turnout with; a backslash at the end of a line continues it. */
    private static final Pattern CURL = Pattern.compile("(?m)^ *(curl (?:.*\\\\\n)*.*)$");

    private final CommandLine user;
    private final String address;
    private final Ended started;

    LauncherIT(@TempDir Path home) throws Exception {
        var claude =
                Files.writeString(
                        home.resolve("claude"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\nenv\nexit 7\n");
        assertThat(claude.toFile().setExecutable(true)).isTrue();
        user = new CommandLine(home, claude);
        var port = FreePorts.of(1).next();
        address = "http://127.0.0.1:" + port;
        started = user.turnout("start", "--port", "" + port);
    }

    @BeforeAll
    void itStarts() {
        assertThat(started.code()).as(started.err()).isZero();
        assertThat(started.out()).startsWith("Turnout is ready at " + address).contains("demo");
    }

    @AfterAll
    void itStops() throws Exception {
        var stopped = user.turnout("stop");
        assertThat(stopped).isEqualTo(new Ended(0, "Stopped standalone.\n", ""));
        assertThat(user.turnout("status").code()).isEqualTo(3);
        assertThat(user.turnout("stop").out()).isEqualTo("Turnout is not running.\n");
    }

    @Test
    void thePrintedRequestIsAnswered() throws Exception {
        var printed = CURL.matcher(started.out());
        assertThat(printed.find()).as(started.out()).isTrue();

        var answer = user.shell(printed.group(1));

        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .startsWith("event: message_start\n")
                .endsWith("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
    }

    @Test
    void itsStatusIsTold() throws Exception {
        var status = user.turnout("status");

        assertThat(status.code()).isZero();
        assertThat(status.out()).startsWith("Turnout is running at " + address).contains("demo");
    }

    @Test
    void aSecondStartChangesNothing() throws Exception {
        var again = user.turnout("start");

        assertThat(again.code()).isZero();
        assertThat(again.out()).isEqualTo("Turnout is already running at " + address + "\n");
    }

    @Test
    void itDoesNotRunTwice() throws Exception {
        var second = user.turnout("run");

        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err()).startsWith("Turnout is already running at " + address);
    }

    @Test
    void claudeIsRunThroughIt() throws Exception {
        var claude = user.turnout("code", "-p", "two words", "@notes.md");

        assertThat(claude.code()).isEqualTo(7);
        assertThat(claude.out().lines())
                .startsWith("-p", "two words", "@notes.md")
                .contains("ANTHROPIC_BASE_URL=" + address, "ANTHROPIC_AUTH_TOKEN=unused");
    }
}
