package dev.turnout.manifests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The repository's {@code docker-compose.yml}. */
final class ComposeFile {

    private static final Map<String, Object> FILE =
            Checkout.yaml(Checkout.path("docker-compose.yml")).getFirst();

    private ComposeFile() {}

    /** A service of Compose, which may be one of ours or not. */
    record Part(String name, Map<?, ?> settings) {

        String text(String key) {
            return String.valueOf(settings.get(key));
        }

        List<String> list(String key) {
            return settings.get(key) instanceof List<?> items
                    ? items.stream().map(String::valueOf).toList()
                    : List.of();
        }

        /** Null is the value of a variable that is passed on if it is set. */
        Map<String, @Nullable String> environment() {
            var environment = new LinkedHashMap<String, @Nullable String>();
            if (settings.get("environment") instanceof Map<?, ?> variables) {
                variables.forEach(
                        (key, value) ->
                                environment.put("" + key, value == null ? null : "" + value));
            }
            return environment;
        }

        /** Which others must be how before this one is started. */
        Map<String, String> waitsFor() {
            var conditions = new LinkedHashMap<String, String>();
            if (settings.get("depends_on") instanceof Map<?, ?> others) {
                others.forEach(
                        (other, how) ->
                                conditions.put(
                                        "" + other, "" + ((Map<?, ?>) how).get("condition")));
            }
            return conditions;
        }

        /** Whether it is started only when asked for. */
        boolean isOnDemand() {
            return settings.containsKey("profiles");
        }

        /** Whether it is an application of ours that stays, whose image brings its health check. */
        boolean isService() {
            return Applications.SERVICES.contains(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Map<String, Object> topLevel() {
        return FILE;
    }

    static List<Part> parts() {
        var parts = new ArrayList<Part>();
        ((Map<?, ?>) FILE.getOrDefault("services", Map.of()))
                .forEach((name, settings) -> parts.add(new Part("" + name, (Map<?, ?>) settings)));
        return parts;
    }

    static Part part(String name) {
        return parts().stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }
}
