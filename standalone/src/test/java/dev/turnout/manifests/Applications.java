package dev.turnout.manifests;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.turnout.kit.reply.AdapterAddresses;
import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the applications themselves say about their ports and their environment. */
final class Applications {

    /** The services, by the names that their containers have. */
    static final List<String> SERVICES =
            List.of("gateway", "routing", "provider-adapter", "config", "search");

    private static final String KIT =
            "service-kit/src/main/resources/META-INF/microprofile-config.properties";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)[:}]");

    /** Understood by Quarkus and by the JDBC driver; no file of ours names them. */
    private static final Set<String> FOREIGN = Set.of("QUARKUS_SHUTDOWN_TIMEOUT", "PGPASSFILE");

    private Applications() {}

    static int port(String service) {
        return kitPort("turnout.ports." + service + "-service");
    }

    static int managementPort() {
        return kitPort("quarkus.management.port");
    }

    /** Whether an application reads an environment variable of this name. */
    static boolean reads(String name) {
        var mapping = AdapterAddresses.class.getAnnotation(ConfigMapping.class);
        return name.startsWith(mapping.prefix() + ".groups.")
                || FOREIGN.contains(name)
                || environment().contains(name);
    }

    /** The variables that hold the keys of providers. */
    static Set<String> providerKeys() {
        var profiles = "service-kit/src/main/resources/dev/turnout/kit/profile/profiles.json";
        try {
            var tree = JsonMapper.builder().build().readTree(Checkout.text(profiles));
            return StreamSupport.stream(tree.spliterator(), false)
                    .flatMap(
                            it -> StreamSupport.stream(it.path("environment").spliterator(), false))
                    .map(name -> name.asText())
                    .collect(toCollection(TreeSet::new));
        } catch (JsonProcessingException e) {
            throw new AssertionError(profiles + " is no JSON", e);
        }
    }

    /** Placeholders in settings and in their defaults, and the settings in their other spelling. */
    private static Set<String> environment() {
        var names = new TreeSet<String>();
        modules()
                .flatMap(module -> Checkout.files(module + "/src/main").stream())
                .filter(file -> file.toString().matches(".*\\.(java|properties)"))
                .forEach(
                        file ->
                                PLACEHOLDER
                                        .matcher(Checkout.text(file))
                                        .results()
                                        .forEach(found -> names.add(found.group(1))));
        Stream.of(KIT, "standalone/src/main/resources/application.properties")
                .flatMap(file -> Checkout.properties(file).stringPropertyNames().stream())
                .map(key -> key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
                .forEach(names::add);
        return names;
    }

    private static Stream<String> modules() {
        return Stream.concat(
                Stream.of("service-kit", "standalone"),
                SERVICES.stream().map(service -> service + "-service"));
    }

    private static int kitPort(String key) {
        return Integer.parseInt(Checkout.properties(KIT).getProperty(key));
    }
}
