package dev.turnout.gateway.front;

/** What to tell a client that asks for a path that is not there: mostly its base URL is wrong. */
final class WrongPath {

    private WrongPath() {}

    static String advice(String path) {
        if (path.startsWith("/v1/v1/")) {
            return "There is no " + path + ": set ANTHROPIC_BASE_URL without /v1 at its end.";
        }
        if (Endpoint.ALL.stream().anyMatch(endpoint -> endpoint.path().equals("/v1" + path))
                || ModelsEndpoint.PATH.equals("/v1" + path)) {
            return "There is no " + path + ": set the client's base URL with /v1 at its end.";
        }
        return "There is nothing here. Clients call POST /v1/messages or POST /v1/chat/completions.";
    }
}
