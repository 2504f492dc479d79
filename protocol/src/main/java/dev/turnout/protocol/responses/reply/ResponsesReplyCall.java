package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.conversation.ToolOrigin;
import dev.turnout.protocol.json.GrowingJson;
import dev.turnout.protocol.json.ToolInput;
import dev.turnout.protocol.translate.HeldText;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A call of a function, whose arguments are told as they come; or of a custom tool, whose input is
 * a text, and is told at its end. Arguments end where their outermost object does.
 */
final class ResponsesReplyCall implements ResponsesReplyItem {

    private static final String CUT = "cut off";

    private final boolean freeform;
    private final UnaryOperator<String> ids;
    private final Consumer<ReplyEvent> events;

    private String callId;
    private String name;

    /** What has come and not been told. */
    private final StringBuilder held = new StringBuilder();

    private final GrowingJson arguments = new GrowingJson();
    private boolean said;
    private boolean told;
    private boolean whole;

    /**
     * @param begun as it stands at its beginning
     * @param ids makes the id that is told of the provider's
     */
    ResponsesReplyCall(
            ResponsesItem begun, UnaryOperator<String> ids, Consumer<ReplyEvent> events) {
        this.freeform = begun.type().equals("custom_tool_call");
        this.ids = ids;
        this.events = events;
        this.callId = begun.callId();
        this.name = begun.name();
    }

    boolean told() {
        return told;
    }

    @Override
    public void add(ResponsesReplyStep step) {
        switch (step.type()) {
            case "response.function_call_arguments.delta",
                    "response.custom_tool_call_input.delta" ->
                    say(step.delta());
            case "response.function_call_arguments.done",
                    "response.custom_tool_call_input.done" -> {
                name = name.isEmpty() ? step.name() : name;
                sayUnlessSaid(step.all());
                whole = true;
            }
            default -> {}
        }
    }

    @Override
    public void add(ResponsesItem item) {
        callId = callId.isEmpty() ? item.callId() : callId;
        name = name.isEmpty() ? item.name() : name;
        sayUnlessSaid(freeform ? item.input() : item.arguments());
    }

    @Override
    public boolean isWhole() {
        return whole && !name.isEmpty();
    }

    @Override
    public void end(boolean cut) {
        if (name.isEmpty()) {
            return; // nobody could tell which tool is meant
        }
        start();
        input(freeform ? ToolOrigin.input(held.toString()) : rest(cut));
        events.accept(new ReplyEvent.BlockStopped());
    }

    private void sayUnlessSaid(String all) {
        if (!said) {
            say(all);
        }
    }

    private void say(String piece) {
        said |= !piece.isEmpty();
        if (freeform) {
            held.append(piece);
            return;
        }
        held.append(piece, 0, arguments.add(piece, 0));
        if (arguments.isObject() && !name.isEmpty()) {
            start();
            input(HeldText.take(held));
        }
    }

    private void start() {
        if (!told) {
            told = true;
            events.accept(
                    new ReplyEvent.BlockStarted(new ReplyBlock.ToolUse(ids.apply(callId), name)));
        }
    }

    private String rest(boolean cut) {
        var text = held.toString();
        if (arguments.isObject()) {
            return arguments.whole() ? text : text + arguments.ending(ToolInput.INVALID, CUT);
        }
        if (!ToolInput.isNothing(text)) {
            return ToolInput.invalid(text);
        }
        return cut ? new GrowingJson().ending(ToolInput.INVALID, CUT) : "";
    }

    private void input(String json) {
        if (!json.isEmpty()) {
            events.accept(new ReplyEvent.InputDelta(json));
        }
    }
}
