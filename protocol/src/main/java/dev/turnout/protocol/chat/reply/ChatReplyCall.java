package dev.turnout.protocol.chat.reply;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.json.GrowingJson;
import dev.turnout.protocol.json.MergedJson;
import dev.turnout.protocol.json.ToolInput;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.HeldText;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyIds;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One tool call. It is told once its name is known and its arguments hold something, for until they
 * begin the name may grow; and without them at the end. Arguments end where their outermost object
 * does: what a model writes behind it, the marks of its template mostly, is dropped. Only an empty
 * object gives way to another one behind it, which servers send as if to begin with.
 */
final class ChatReplyCall implements ChatReplyBlock {

    private static final String CUT = "cut off";

    private final int position;
    private final int index;
    private final Set<String> taken;
    private final AnswerContext context;

    private String id;
    private String name = "";

    /** Arguments that have come and not been told. */
    private final StringBuilder held = new StringBuilder();

    private GrowingJson arguments = new GrowingJson();

    /** Arguments that come as objects; told as one at the end. Null while none has come. */
    private @Nullable MergedJson objects;

    /** Whether the arguments are told as they came, at the end, for a filter that mends them. */
    private final boolean raw;

    private boolean told;
    private boolean ended;

    /**
     * @param position among the calls of the answer
     * @param taken the provider's ids that other calls have been told with; gets this one's
     */
    ChatReplyCall(int position, ChatReplyFragment first, Set<String> taken, AnswerContext context) {
        this.position = position;
        this.index = first.index();
        this.id = first.id();
        this.taken = taken;
        this.context = context;
        this.raw = context.has(Quirk.BUFFERED_ARGUMENTS);
    }

    /** What the provider numbers it with; -1 where it does not. */
    int index() {
        return index;
    }

    /** The provider's; empty where it gave none. */
    String id() {
        return id;
    }

    boolean isTold() {
        return told;
    }

    /** Whether this one has all it needs, and the fragment would begin a call of its own. */
    boolean endsBefore(ChatReplyFragment next) {
        return hasAll()
                && !next.name().isEmpty()
                && (next.hasArguments() || !next.name().equals(name));
    }

    /** Whether this one has all it needs, and the fragment says something of another index. */
    boolean isDoneAtAnotherIndex(ChatReplyFragment next) {
        return hasAll()
                && next.index() >= 0
                && next.index() != index
                && (!next.name().isEmpty() || next.hasArguments());
    }

    void add(ChatReplyFragment fragment) {
        if (ended) {
            return;
        }
        id = id.isEmpty() ? fragment.id() : id;
        addName(fragment.name());
        addArguments(fragment.arguments());
        var object = fragment.argumentsObject();
        if (object != null) {
            objects = objects == null ? new MergedJson() : objects;
            objects.add(object);
        }
    }

    @Override
    public void tell(Consumer<ReplyEvent> events) {
        if (raw) {
            return;
        }
        if (!told && !name.isEmpty() && arguments.isObject() && !arguments.isEmptyObject()) {
            start(events);
        }
        if (told) {
            input(HeldText.take(held), events);
        }
    }

    @Override
    public boolean isWhole() {
        return !name.isEmpty() && arguments.isObject() && arguments.whole();
    }

    @Override
    public void end(boolean cut, Consumer<ReplyEvent> events) {
        ended = true;
        if (name.isEmpty()) {
            return; // nobody could tell which tool is meant
        }
        if (!told) {
            start(events);
        }
        input(rest(cut), events);
        events.accept(new ReplyEvent.BlockStopped());
    }

    private void start(Consumer<ReplyEvent> events) {
        told = true;
        var own = taken.add(id) ? id : "";
        events.accept(
                new ReplyEvent.BlockStarted(
                        new ReplyBlock.ToolUse(ReplyIds.tool(own, position, context), name)));
    }

    private boolean hasAll() {
        return arguments.whole() || objects != null;
    }

    private void addArguments(String piece) {
        if (raw) {
            arguments.add(piece);
            held.append(piece);
            return;
        }
        int from = 0;
        while (true) {
            int to = arguments.add(piece, from);
            held.append(piece, from, to);
            from = to;
            while (from < piece.length() && Character.isWhitespace(piece.charAt(from))) {
                from++;
            }
            if (from == piece.length() || piece.charAt(from) != '{' || !arguments.isEmptyObject()) {
                return;
            }
            arguments = new GrowingJson();
            held.setLength(0);
        }
    }

    private void addName(String part) {
        boolean settled = !name.isEmpty() && (arguments.begun() || objects != null);
        if (!settled && !part.equals(name)) {
            name = part.startsWith(name) ? part : name + part;
        }
    }

    private String rest(boolean cut) {
        if (raw && arguments.begun() && !cut) {
            return held.toString();
        }
        if (!arguments.begun()) {
            if (objects != null) {
                return objects.text();
            }
            return cut ? arguments.ending(ToolInput.INVALID, CUT) : "";
        }
        if (arguments.isObject()) {
            return arguments.whole()
                    ? held.toString()
                    : held + arguments.ending(ToolInput.INVALID, CUT);
        }
        var text = held.toString();
        return ToolInput.isNothing(text) ? "" : ToolInput.invalid(text);
    }

    private static void input(String json, Consumer<ReplyEvent> events) {
        if (!json.isEmpty()) {
            events.accept(new ReplyEvent.InputDelta(json));
        }
    }
}
