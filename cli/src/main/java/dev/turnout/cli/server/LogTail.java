package dev.turnout.cli.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Reads a log from near its end, and then what is added. */
final class LogTail {

    private static final int REACH = 256 * 1024;

    private final Path file;
    private long read;

    LogTail(Path file) {
        this.file = file;
    }

    /** The last lines, as far as they lie in the last 256 KB. */
    byte[] last(int lines) throws IOException {
        read = Math.max(0, Files.size(file) - REACH);
        var bytes = more();
        if (lines < 1) {
            return new byte[0];
        }
        var from = bytes.length;
        for (var found = 0; from > 0; from--) {
            if (bytes[from - 1] == '\n' && from < bytes.length && ++found == lines) {
                break;
            }
        }
        return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    /** What was written since the last reading; of a file that began anew, all of it. */
    byte[] more() throws IOException {
        try (var access = new RandomAccessFile(file.toFile(), "r")) {
            var size = access.length();
            if (size < read) {
                read = 0;
            }
            var bytes = new byte[(int) Math.min(size - read, Integer.MAX_VALUE - 8)];
            access.seek(read);
            access.readFully(bytes);
            read += bytes.length;
            return bytes;
        }
    }

    /** The last complaint in a log, without the time in front of it. */
    static Optional<String> lastError(Path file) {
        try {
            var text =
                    new String(new LogTail(file).last(Integer.MAX_VALUE), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> line.contains(" ERROR "))
                    .reduce((earlier, later) -> later)
                    .map(line -> line.substring(line.indexOf(" ERROR ") + 1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
