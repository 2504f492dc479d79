package dev.turnout.acceptance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.acceptance.stack.Stack;
import java.net.URI;
import java.util.List;

/** A configuration document in the making. */
final class Document {

    private final ObjectNode root = JsonNodeFactory.instance.objectNode().put("version", 1);

    /** A provider that is a real Anthropic as far as Turnout knows. */
    Document anthropic(String name, URI url) {
        return provider(name, url, "profile");
    }

    /** A provider of which no more is known than that it speaks Anthropic's dialect. */
    Document speaksAnthropic(String name, URI url) {
        return provider(name, url, "dialect");
    }

    /** A provider of which no more is known than that it speaks OpenAI's chat dialect. */
    Document speaksChat(String name, URI url) {
        return provider(name, url, "dialect", "openai-chat");
    }

    /** A provider that speaks OpenAI's Responses dialect and whose models all reason. */
    Document speaksResponses(String name, URI url) {
        provider(name, url, "dialect", "openai-responses");
        root.withObject("providers").withObject(name).putArray("quirks").add("effort-openai");
        return this;
    }

    /** A provider of which no more is known than that it speaks Google's dialect. */
    Document speaksGemini(String name, URI url) {
        return provider(name, url, "dialect", "gemini");
    }

    private Document provider(String name, URI url, String kind) {
        return provider(name, url, kind, "anthropic");
    }

    private Document provider(String name, URI url, String kind, String is) {
        root.withObject("providers")
                .putObject(name)
                .put(kind, is)
                .put("url", url.toString())
                .put("key", "env:" + Stack.PROVIDER_KEY_VARIABLE)
                // They are on this machine, which a cluster would not call unless told to.
                .put("private", true);
        return this;
    }

    Document route(String name, String... targets) {
        List.of(targets).forEach(root.withObject("routes").putArray(name)::add);
        return this;
    }

    /** A route for sub-agents of that type. */
    Document agent(String type, String... targets) {
        var agents = root.withObject("routes").withObject("agents");
        List.of(targets).forEach(agents.putArray(type)::add);
        return this;
    }

    /** Searches are sent to a SearXNG there. */
    Document search(URI url) {
        root.withObject("search")
                .putArray("engines")
                .addObject()
                .put("engine", "searxng")
                .put("url", url.toString());
        return route("webSearch", "search/direct");
    }

    /** How many requests of one kind of caller may come at once, and then each minute. */
    Document limit(String of, int requestsPerMinute, int burst) {
        root.withObject("limits")
                .putObject(of)
                .put("requestsPerMinute", requestsPerMinute)
                .put("burst", burst);
        return this;
    }

    /** Another name of a target. */
    Document alias(String name, String target) {
        root.withObject("aliases").put(name, target);
        return this;
    }

    /** How long, in milliseconds, a provider may let one wait before its first event, and after. */
    Document patience(int firstEvent, int silence) {
        root.withObject("resilience")
                .put("connectMs", firstEvent)
                .put("firstEventMs", firstEvent)
                .put("silenceMs", silence);
        return this;
    }

    @Override
    public String toString() {
        return root.toPrettyString();
    }
}
