package dev.turnout.cli.client;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What Claude Code needs in its environment to talk to Turnout.
 *
 * @param address of the gateway, without {@code /v1}
 * @param key the client key; anything will do while there are no keys
 */
public record ClaudeEnvironment(URI address, String key) {

    /** Stands where a token must stand and none is asked for. */
    public static final String NO_KEY = "unused";

    /** The variables to set by hand, in the order to show them. */
    public Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("ANTHROPIC_BASE_URL", address.toString());
        variables.put("ANTHROPIC_AUTH_TOKEN", key);
        variables.putAll(comforts());
        return variables;
    }

    /**
     * The user's environment with Turnout in it. Address and token are Turnout's in any case; the
     * rest stays as the user has set it.
     */
    public Map<String, String> over(Map<String, String> environment) {
        var result = new LinkedHashMap<>(environment);
        comforts().forEach(result::putIfAbsent);
        result.put("ANTHROPIC_BASE_URL", address.toString());
        result.put("ANTHROPIC_AUTH_TOKEN", key);
        // It would be sent beside the token, and it is for the provider, not for the gateway.
        result.remove("ANTHROPIC_API_KEY");
        var direct = direct(environment);
        result.put("NO_PROXY", direct);
        result.put("no_proxy", direct);
        return result;
    }

    /** Whom to reach around a proxy: it could not reach this machine's own address. */
    private String direct(Map<String, String> environment) {
        return Stream.of("NO_PROXY", "no_proxy")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(hosts -> !hosts.isBlank())
                .reduce((hosts, more) -> hosts.equals(more) ? hosts : hosts + "," + more)
                .map(hosts -> hosts.equals("*") ? hosts : hosts + "," + address.getHost())
                .orElse(address.getHost());
    }

    /** Labels on every request, the gateway's models in the client's list, and no telemetry. */
    private static Map<String, String> comforts() {
        var comforts = new LinkedHashMap<String, String>();
        comforts.put("CLAUDE_CODE_GATEWAY_HINT_HEADERS", "1");
        comforts.put("CLAUDE_CODE_ENABLE_GATEWAY_MODEL_DISCOVERY", "1");
        comforts.put("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
        return comforts;
    }
}
