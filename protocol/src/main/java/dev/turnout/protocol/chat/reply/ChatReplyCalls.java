package dev.turnout.protocol.chat.reply;

import dev.turnout.protocol.translate.AnswerContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls of an answer, and which of them a fragment belongs to. By the dialect its {@code index}
 * says so; servers leave it out, give all calls the same one, repeat ids or forget them.
 */
final class ChatReplyCalls {

    private final List<ChatReplyCall> calls = new ArrayList<>(0);

    /** The provider's ids that have been told: no two blocks may share one. */
    private final Set<String> taken = new HashSet<>();

    private @Nullable ChatReplyCall current;

    /** The call that a fragment continues; null where it begins one. */
    @Nullable ChatReplyCall of(ChatReplyFragment fragment) {
        var call = fragment.id().isEmpty() ? byPlace(fragment) : byId(fragment);
        current = call == null ? current : call;
        return call;
    }

    ChatReplyCall begin(ChatReplyFragment first, AnswerContext context) {
        var call = new ChatReplyCall(calls.size(), first, taken, context);
        calls.add(call);
        current = call;
        return call;
    }

    boolean anyTold() {
        return calls.stream().anyMatch(ChatReplyCall::isTold);
    }

    /**
     * An id that is known wins over the index, unless its call is whole: then another index makes
     * another call. An id that is not known may come late to its call.
     */
    private @Nullable ChatReplyCall byId(ChatReplyFragment fragment) {
        var known = known(fragment);
        if (known != null && !known.isDoneAtAnotherIndex(fragment)) {
            return known;
        }
        var call = byPlace(fragment);
        return call != null && call.id().isEmpty() ? call : null;
    }

    /** Of the calls with the fragment's id, the one at its index, else the newest. */
    private @Nullable ChatReplyCall known(ChatReplyFragment fragment) {
        ChatReplyCall newest = null;
        for (var call : calls.reversed()) {
            if (call.id().equals(fragment.id())) {
                if (call.index() == fragment.index()) {
                    return call;
                }
                newest = newest == null ? call : newest;
            }
        }
        return newest;
    }

    /** The newest call of that index; without an index, the one that was spoken of last. */
    private @Nullable ChatReplyCall byPlace(ChatReplyFragment fragment) {
        var call = fragment.index() < 0 ? current : newest(fragment.index());
        return call == null || call.endsBefore(fragment) ? null : call;
    }

    private @Nullable ChatReplyCall newest(int index) {
        for (var call : calls.reversed()) {
            if (call.index() == index) {
                return call;
            }
        }
        return null;
    }
}
