package dev.turnout.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The configuration's file, whose writing is the push. */
final class ConfigFile {

    private final Path file;
    private final ControlPlane controlPlane;
    private String written;

    /** A file that is there, and from which the control plane serves. */
    ConfigFile(Path file, ControlPlane controlPlane) {
        this.file = file;
        this.controlPlane = controlPlane;
        try {
            this.written = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long push(String document) {
        long revision = controlPlane.status().revision();
        if (!document.equals(written)) {
            write(file, document);
            written = document;
            revision++;
        }
        return controlPlane.awaitApplied(revision);
    }

    void awaitApplied() {
        controlPlane.awaitApplied(controlPlane.status().revision());
    }

    /** Replaces a file at once, so that nobody reads half of it. */
    static void write(Path file, String document) {
        try {
            var fresh = Files.writeString(file.resolveSibling("config.json.new"), document);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
