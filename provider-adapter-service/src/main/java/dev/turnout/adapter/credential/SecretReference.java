package dev.turnout.adapter.credential;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where a secret is to be found; prints as where, never as what. */
public sealed interface SecretReference {

    /** {@code env:NAME}: an environment variable of this process. */
    record Environment(String name) implements SecretReference {
        @Override
        public String toString() {
            return "env:" + name;
        }
    }

    /** {@code file:/path}: a file, read again when it changes. */
    record InFile(Path path) implements SecretReference {
        @Override
        public String toString() {
            return "file:" + path;
        }
    }

    /** The secret itself, as a laptop's configuration may hold it. */
    record Literal(Secret secret) implements SecretReference {
        @Override
        public String toString() {
            return "the key in the configuration";
        }
    }

    /**
     * Reads what the configuration says; whatever is neither {@code env:} nor {@code file:} is the
     * secret itself.
     *
     * @throws InvalidPathException if {@code file:} is followed by what is no path
     */
    static SecretReference of(String text) {
        if (text.startsWith("env:")) {
            return new Environment(text.substring("env:".length()));
        }
        if (text.startsWith("file:")) {
            return new InFile(Path.of(text.substring("file:".length())));
        }
        return new Literal(new Secret(text));
    }
}
