package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the model thinks, or a summary of it: one block, its parts joined by blank lines. What its
 * provider wants back is known at its end only, and makes a block even where there is no text.
 */
final class ResponsesReplyReasoning implements ResponsesReplyItem {

    /** The form of what is carried: an item of this dialect. */
    private static final String FORM = "responses";

    private static final String SUMMARY = "summary ";
    private static final String TEXT = "text ";

    private final Consumer<ReplyEvent> events;
    private final ResponsesReplyProse prose;

    /** The parts of which something has been said. */
    private final Set<String> said = new HashSet<>();

    private String part = "";

    ResponsesReplyReasoning(Consumer<ReplyEvent> events) {
        this.events = events;
        this.prose = new ResponsesReplyProse(true, events);
    }

    @Override
    public void add(ResponsesReplyStep step) {
        switch (step.type()) {
            case "response.reasoning_summary_text.delta" ->
                    say(SUMMARY + step.part(), step.delta());
            case "response.reasoning_summary_text.done" ->
                    sayUnlessSaid(SUMMARY + step.part(), step.all());
            case "response.reasoning_text.delta" -> say(TEXT + step.part(), step.delta());
            case "response.reasoning_text.done" -> sayUnlessSaid(TEXT + step.part(), step.all());
            default -> {}
        }
    }

    @Override
    public void add(ResponsesItem item) {
        int summaries = 0;
        int texts = 0;
        for (var given : item.parts()) {
            boolean summary = given.type().equals("summary_text");
            sayUnlessSaid(summary ? SUMMARY + summaries++ : TEXT + texts++, given.text());
        }
        if (item.isCarried()) {
            prose.begin();
            events.accept(new ReplyEvent.CarriedDelta(new Carried(FORM, item.carried())));
        }
    }

    /** Its end says what is to be carried. */
    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public void end(boolean cut) {
        prose.end();
    }

    private void sayUnlessSaid(String place, String text) {
        if (!said.contains(place)) {
            say(place, text);
        }
    }

    private void say(String place, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (!place.equals(part)) {
            prose.add(prose.told() ? "\n\n" : "");
            part = place;
        }
        said.add(place);
        prose.add(text);
    }
}
