package dev.turnout.cli.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    private final Path folder;

    private final Path log;
    private final LogTail tail;

    LogTailTest(@TempDir Path folder) {
        this.folder = folder;
        log = folder.resolve("a.log");
        tail = new LogTail(log);
    }

    @Test
    void beginsWithTheLastLines() throws Exception {
        Files.writeString(log, "one\ntwo\nthree\n");

        assertThat(new String(tail.last(2), UTF_8)).isEqualTo("two\nthree\n");
    }

    @Test
    void aLineThatIsNotEndedCounts() throws Exception {
        Files.writeString(log, "one\ntwo\nthr");

        assertThat(new String(tail.last(2), UTF_8)).isEqualTo("two\nthr");
    }

    @Test
    void showsAllOfAShortLog() throws Exception {
        Files.writeString(log, "one\n");

        assertThat(new String(tail.last(2), UTF_8)).isEqualTo("one\n");
    }

    @Test
    void goesOnWithWhatIsAdded() throws Exception {
        Files.writeString(log, "one\n");
        tail.last(1);

        Files.writeString(log, "two\n", StandardOpenOption.APPEND);

        assertThat(new String(tail.more(), UTF_8)).isEqualTo("two\n");
        assertThat(tail.more()).isEmpty();
    }

    @Test
    void followsALogThatBeganAnew() throws Exception {
        Files.writeString(log, "a long line of before\n");
        tail.last(1);

        Files.writeString(log, "new\n");

        assertThat(new String(tail.more(), UTF_8)).isEqualTo("new\n");
    }

    @Test
    void findsTheLastComplaint() throws Exception {
        Files.writeString(
                log,
                """
                2026-11-23 10:00:00,000 ERROR [a] (main) first
                2026-11-23 10:00:00,001 ERROR [a] (main) the disk is full
                    at a.b.C
                2026-11-23 10:00:00,002 INFO  [a] (main) stopped
                """);

        assertThat(LogTail.lastError(log)).contains("ERROR [a] (main) the disk is full");
        assertThat(LogTail.lastError(folder.resolve("none"))).isEmpty();
    }
}
