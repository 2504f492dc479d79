package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.conversation.Block.Hit;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** A message: a block for each of its parts, of texts and refusals alike. */
final class ResponsesReplyMessage implements ResponsesReplyItem {

    private final Consumer<ReplyEvent> events;
    private final ResponsesReplySearches searches;

    /** The parts of which something has been said. */
    private final BitSet said = new BitSet();

    private final List<Hit> citations = new ArrayList<>(0);
    private ResponsesReplyProse open;
    private int part;
    private boolean refused;
    private boolean whole;

    /**
     * @param searches whose hits may stand in citations
     */
    ResponsesReplyMessage(Consumer<ReplyEvent> events, ResponsesReplySearches searches) {
        this.events = events;
        this.searches = searches;
        this.open = new ResponsesReplyProse(false, events);
    }

    boolean refused() {
        return refused;
    }

    @Override
    public void add(ResponsesReplyStep step) {
        switch (step.type()) {
            case "response.output_text.delta" -> say(step.part(), step.delta());
            case "response.refusal.delta" -> refuse(step.part(), step.delta());
            case "response.output_text.done" -> {
                sayUnlessSaid(step.part(), step.all());
                whole = true;
            }
            case "response.refusal.done" -> {
                refused = true;
                sayUnlessSaid(step.part(), step.all());
                whole = true;
            }
            case "response.content_part.added" -> whole = false;
            default -> {}
        }
    }

    @Override
    public void add(ResponsesItem item) {
        for (int i = 0; i < item.parts().size(); i++) {
            var given = item.parts().get(i);
            refused |= given.isRefusal();
            citations.addAll(given.citations());
            sayUnlessSaid(i, given.text());
        }
    }

    @Override
    public boolean isWhole() {
        return whole;
    }

    @Override
    public void end(boolean cut) {
        open.end();
        searches.cited(citations, events);
    }

    private void refuse(int place, String text) {
        refused |= !text.isEmpty();
        say(place, text);
    }

    private void sayUnlessSaid(int place, String text) {
        if (!said.get(place)) {
            say(place, text);
        }
    }

    private void say(int place, String text) {
        if (text.isEmpty()) {
            return;
        }
        if (place != part) {
            open.end();
            open = new ResponsesReplyProse(false, events);
            part = place;
        }
        said.set(place);
        open.add(text);
    }
}
