package dev.turnout.contracts;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param key the id of the client key (never the key), or {@code local} for a keyless laptop
 * @param user the person or service account behind the key
 * @param team the team that is charged
 * @param rights what the caller may ask for
 */
public record Principal(String key, @Nullable String user, @Nullable String team, Rights rights) {

    /** The caller of a laptop without client keys: may do everything. */
    public static final Principal LOCAL = new Principal("local", null, null, Rights.ALL);

    /**
     * What a caller may ask for; an empty set allows all.
     *
     * @param models targets as {@code provider/model}, {@code provider/*} or an alias
     * @param routes names of routes
     */
    public record Rights(Set<String> models, Set<String> routes) {
        public static final Rights ALL = new Rights(Set.of(), Set.of());

        public Rights {
            models = Set.copyOf(models);
            routes = Set.copyOf(routes);
        }
    }
}
