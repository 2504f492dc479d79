package dev.turnout.protocol.chat;

import dev.turnout.protocol.json.GrowingJson;
import dev.turnout.protocol.json.JsonText;
import dev.turnout.protocol.json.MergedJson;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyIds;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One tool call. It is told once its name is known and its arguments have begun, for until then the
 * name may grow; and without them at the end.
 */
final class ChatReplyCall implements ChatReplyBlock {

    /**
     * Field of arguments that are no whole JSON object, by the name that Anthropic's documents use:
     * no tool knows it, so that the call fails where the model sees it, and nothing half is run.
     */
    private static final String INVALID = "INVALID_JSON";

    private static final String CUT = "cut off";

    private final int position;
    private final int index;
    private final AnswerContext context;

    private String id;
    private String name = "";

    /** Arguments that have come and not been told. */
    private final StringBuilder held = new StringBuilder();

    private final GrowingJson arguments = new GrowingJson();

    /** Arguments that come as objects; told as one at the end. Null while none has come. */
    private @Nullable MergedJson objects;

    private boolean told;
    private boolean ended;

    /**
     * @param position among the calls of the answer
     */
    ChatReplyCall(int position, ChatReplyFragment first, AnswerContext context) {
        this.position = position;
        this.index = first.index();
        this.id = first.id();
        this.context = context;
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
        return (arguments.whole() || objects != null)
                && !next.name().isEmpty()
                && (next.hasArguments() || !next.name().equals(name));
    }

    void add(ChatReplyFragment fragment) {
        if (ended) {
            return;
        }
        id = id.isEmpty() ? fragment.id() : id;
        addName(fragment.name());
        held.append(fragment.arguments());
        arguments.add(fragment.arguments());
        var object = fragment.argumentsObject();
        if (object != null) {
            objects = objects == null ? new MergedJson() : objects;
            objects.add(object);
        }
    }

    @Override
    public void tell(Consumer<ReplyEvent> events) {
        if (!told && !name.isEmpty() && arguments.isObject()) {
            start(events);
        }
        if (told) {
            input(ChatReplyBlock.take(held), events);
        }
    }

    @Override
    public boolean isWhole() {
        return told && arguments.whole();
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
        events.accept(
                new ReplyEvent.BlockStarted(
                        new ReplyBlock.ToolUse(ReplyIds.tool(id, position, context), name)));
    }

    private void addName(String part) {
        boolean settled = !name.isEmpty() && (arguments.begun() || objects != null);
        if (!settled && !part.equals(name)) {
            name = part.startsWith(name) ? part : name + part;
        }
    }

    private String rest(boolean cut) {
        if (!arguments.begun()) {
            if (objects != null) {
                return objects.text();
            }
            return cut ? arguments.ending(INVALID, CUT) : "";
        }
        if (arguments.isObject()) {
            return arguments.whole() ? held.toString() : held + arguments.ending(INVALID, CUT);
        }
        var text = held.toString().strip();
        return text.equals("null") ? "" : "{\"" + INVALID + "\":" + JsonText.quote(text) + "}";
    }

    private static void input(String json, Consumer<ReplyEvent> events) {
        if (!json.isEmpty()) {
            events.accept(new ReplyEvent.InputDelta(json));
        }
    }
}
