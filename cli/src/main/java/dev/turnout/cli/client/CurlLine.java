package dev.turnout.cli.client;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/** A request to try Turnout with, as a line for a POSIX shell. */
public final class CurlLine {

    private static final String BODY =
            """
            {"model": "claude-opus-5-5", "max_tokens": 1024, "stream": true, \
            "messages": [{"role": "user", "content": "Say hello."}]}""";

    /** What curl takes a proxy from for plain HTTP; HTTP_PROXY is not among them. */
    private static final Set<String> PROXIES = Set.of("http_proxy", "all_proxy", "ALL_PROXY");

    private CurlLine() {}

    /**
     * The line, ready to be pasted.
     *
     * @param keyed whether callers need a key: then {@code $TURNOUT_KEY} is sent
     * @param environment that it will run in: with a proxy in it, the line goes around that
     */
    public static String of(URI address, boolean keyed, Map<String, String> environment) {
        var line = new StringBuilder("curl -N ");
        if (PROXIES.stream().anyMatch(environment::containsKey)) {
            line.append("--noproxy '*' ");
        }
        line.append(address).append("/v1/messages -H 'content-type: application/json' \\\n    ");
        line.append("-H 'anthropic-version: 2023-06-01' ");
        if (keyed) {
            line.append("-H \"authorization: Bearer $TURNOUT_KEY\" ");
        }
        return line.append("\\\n    -d '").append(BODY).append('\'').toString();
    }
}
