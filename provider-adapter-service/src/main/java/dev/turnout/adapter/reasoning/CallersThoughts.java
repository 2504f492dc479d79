package dev.turnout.adapter.reasoning;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.Principal;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Fingerprint;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.reasoning.ReasonedCall;
import dev.turnout.protocol.reasoning.StrippedReasoning;
import dev.turnout.protocol.reasoning.Thought;
import dev.turnout.protocol.reasoning.ThoughtsBeforeCalls;
import dev.turnout.protocol.translate.ReplyFilter;
import dev.turnout.protocol.translate.Upstream;
import io.vertx.core.Future;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What one target has thought for one caller, before the calls that it made: remembered when an
 * answer is whole, and restored where the client has not kept it. One object for one attempt.
 */
public final class CallersThoughts {

    /** Of a fingerprint: enough that no two callers share one. */
    private static final int OWNER_DIGITS = 32;

    private final Recollection recollection;
    private final boolean textWanted;
    private final String owner;

    /** Whether there is anything to remember or restore. */
    private boolean needed;

    /**
     * @param principal whose thoughts are nobody else's
     * @param wanted whether the target has a use for what it has thought before
     */
    public CallersThoughts(
            Recollection recollection, Principal principal, Upstream upstream, boolean wanted) {
        this.recollection = recollection;
        textWanted = upstream.has(Quirk.ECHO_REASONING);
        var whose = new JsonWriter().startArray().string(principal.key());
        whose.string(upstream.origin().toString().toLowerCase(Locale.ROOT)).endArray();
        owner = Fingerprint.of(new String(whose.bytes(), UTF_8)).substring(0, OWNER_DIGITS);
        needed = wanted;
    }

    /**
     * A conversation and what is to be looked up for it.
     *
     * @param calls by key, in order
     */
    public record Stripped(Conversation conversation, Map<String, ReasonedCall> calls) {}

    /** Looks whether the client keeps thinking, and which calls there are else. */
    public Stripped stripped(Conversation conversation) {
        var calls = new LinkedHashMap<String, ReasonedCall>();
        needed = needed && !StrippedReasoning.isKept(conversation);
        if (needed) {
            StrippedReasoning.calls(conversation).forEach(call -> calls.put(key(call), call));
        }
        return new Stripped(conversation, calls);
    }

    /** The conversation with what is remembered, on the caller's event loop. Never fails. */
    public Future<Conversation> restored(Stripped stripped) {
        var calls = stripped.calls();
        if (calls.isEmpty()) {
            return Future.succeededFuture(stripped.conversation());
        }
        return recollection
                .recall(List.copyOf(calls.keySet()))
                .map(
                        found -> {
                            var thoughts = new HashMap<ReasonedCall, List<Thought>>();
                            calls.forEach(
                                    (key, call) -> {
                                        if (found.containsKey(key)) {
                                            thoughts.put(call, found.get(key));
                                        }
                                    });
                            return StrippedReasoning.restored(stripped.conversation(), thoughts);
                        });
    }

    /**
     * Stands last in the answer's way, and remembers in its own time; not for a client that has
     * shown to keep thinking itself.
     */
    public ReplyFilter noting() {
        return needed
                ? new ThoughtsBeforeCalls(textWanted, this::remember)
                : (event, next) -> next.accept(event);
    }

    private void remember(Map<ReasonedCall, List<Thought>> noted) {
        var thoughts = new HashMap<String, List<Thought>>();
        noted.forEach((call, before) -> thoughts.put(key(call), before));
        recollection.remember(thoughts);
    }

    /** In braces stands what a Redis cluster places it by, so that one caller's lie together. */
    private String key(ReasonedCall call) {
        return "{" + owner + "}:" + call.fingerprint();
    }
}
