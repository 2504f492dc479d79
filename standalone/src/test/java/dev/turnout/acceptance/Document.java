package dev.turnout.acceptance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;

/** A configuration document in the making. */
final class Document {

    /** What the gateway shows to every provider of these documents. */
    static final String PROVIDER_KEY = "sk-of-the-provider";

    private final ObjectNode root = JsonNodeFactory.instance.objectNode().put("version", 1);

    /** A provider that is a real Anthropic as far as Turnout knows. */
    Document anthropic(String name, URI url) {
        return provider(name, url, "profile");
    }

    /** A provider of which no more is known than that it speaks Anthropic's dialect. */
    Document speaksAnthropic(String name, URI url) {
        return provider(name, url, "dialect");
    }

    private Document provider(String name, URI url, String kind) {
        root.withObject("providers")
                .putObject(name)
                .put(kind, "anthropic")
                .put("url", url.toString())
                .put("key", PROVIDER_KEY);
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
