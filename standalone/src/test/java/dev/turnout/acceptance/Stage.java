package dev.turnout.acceptance;

import dev.turnout.acceptance.client.Answered;
import dev.turnout.acceptance.client.GatewayClient;
import dev.turnout.acceptance.client.OpenStream;
import dev.turnout.acceptance.client.Request;
import dev.turnout.acceptance.stack.Await;
import dev.turnout.acceptance.stack.Service;
import dev.turnout.acceptance.stack.Stack;
import dev.turnout.fakeprovider.FakeProvider;
import dev.turnout.fakeprovider.ReceivedRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Optional;

/** What a scenario plays on: a running Turnout with a client before it and a provider behind it. */
record Stage(Stack stack, FakeProvider provider, GatewayClient client) implements AutoCloseable {

    /** The usual configuration: see {@link Fault} for its routes that fail at first. */
    static Document usual(FakeProvider provider) {
        var document =
                new Document()
                        .anthropic("vendor", provider.url())
                        .speaksAnthropic("other", provider.url())
                        .speaksAnthropic("closed", Fault.CLOSED)
                        .speaksChat("chat", provider.openAiUrl())
                        .speaksResponses("responses", provider.openAiUrl())
                        .speaksGemini("gemini", provider.url())
                        .search(provider.url())
                        .route("default", "vendor/claude-usual");
        for (var fault : Fault.values()) {
            document.agent(fault.route(), fault.target(), fault.rescue());
        }
        return document;
    }

    /** Sends a request, which bears a field that no vendor knows. */
    Answered send(Request request) {
        provider.allowUnknownFields();
        return client.send(request);
    }

    /** Opens a connection of its own and sends the request on it. */
    OpenStream open(Request request) throws IOException {
        provider.allowUnknownFields();
        return OpenStream.send(stack.gateway(), "/v1/messages", stack.key(), request);
    }

    /** A request of any kind to the front door, without a credential. */
    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(stack.gateway() + path));
    }

    /** Sends a request of an OpenAI client's to a path of the front door. */
    Answered post(String path, String body) throws IOException {
        return client.exchange(
                to(path).header("authorization", "Bearer " + stack.key())
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** The last request that the provider has seen. */
    ReceivedRequest received() {
        return provider.requests().getLast();
    }

    /** How often the provider was asked for a model. */
    long asked(String model) {
        return provider.requests().stream().filter(seen -> seen.model().equals(model)).count();
    }

    /** Waits until a service has logged something for a request. */
    void awaitLogged(Service service, String requestId) {
        Await.until(
                Duration.ofSeconds(10),
                () ->
                        JsonLog.of(stack.log(service)).idsOfRequests().contains(requestId)
                                ? Optional.empty()
                                : Optional.of("a line of " + service + " for " + requestId));
    }

    @Override
    public void close() {
        client.close();
        stack.close();
        provider.close();
    }
}
