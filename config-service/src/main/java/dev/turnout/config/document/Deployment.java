package dev.turnout.config.document;

import java.util.Locale;

/** Where Turnout runs, which decides how strict a document is taken. */
public enum Deployment {
    /** One person's machine: a literal key or a local address is that person's own business. */
    LAPTOP,
    /** Shared by many: keys are references, and local addresses are allowed one by one. */
    CLUSTER;

    /**
     * The deployment of that name, {@code laptop} or {@code cluster}; {@link
     * IllegalArgumentException} for another one.
     */
    public static Deployment of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "laptop" -> LAPTOP;
            case "cluster" -> CLUSTER;
            default ->
                    throw new IllegalArgumentException(
                            "a deployment is laptop or cluster, not " + name);
        };
    }
}
