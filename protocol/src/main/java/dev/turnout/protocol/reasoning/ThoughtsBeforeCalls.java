package dev.turnout.protocol.reasoning;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.json.Utf8;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notes what the model thinks before each call of an answer, if its provider wants that back, and
 * tells it when the answer is whole. Changes nothing; stands where the client's ids and names, and
 * seals, are already told.
 */
public final class ThoughtsBeforeCalls implements ReplyFilter {

    private final boolean textWanted;
    private final Consumer<Map<ReasonedCall, List<Thought>>> listener;

    private final Map<ReasonedCall, List<Thought>> noted = new LinkedHashMap<>();

    /** Since the last call. */
    private List<Thought> thoughts = new ArrayList<>();

    private boolean wanted;
    private boolean afterText;

    private @Nullable ReplyBlock open;

    /** Of the open block: the thinking's text, or the call's input. */
    private final StringBuilder content = new StringBuilder();

    private String signature = "";

    /**
     * @param textWanted whether thinking is wanted back that is nothing but text
     * @param listener is told once, and only where there is something
     */
    public ThoughtsBeforeCalls(
            boolean textWanted, Consumer<Map<ReasonedCall, List<Thought>>> listener) {
        this.textWanted = textWanted;
        this.listener = listener;
    }

    @Override
    public void pass(ReplyEvent event, Consumer<ReplyEvent> next) {
        switch (event) {
            case ReplyEvent.BlockStarted(var block) -> start(block);
            case ReplyEvent.ThinkingDelta(var text) -> content.append(Utf8.encodable(text));
            case ReplyEvent.CarriedDelta(var carried) ->
                    wanted |= !carried.form().equals(Carried.TEXT);
            case ReplyEvent.SignatureDelta(var told) -> {
                signature = told;
                wanted |= !ReasoningSeal.isSealed(told);
            }
            case ReplyEvent.InputDelta(var json) -> content.append(json);
            case ReplyEvent.BlockStopped _ -> stop();
            case ReplyEvent.Stopped _ -> tell();
            case ReplyEvent.Started _, ReplyEvent.TextDelta _, ReplyEvent.Failed _ -> {}
        }
        next.accept(event);
    }

    private void start(ReplyBlock block) {
        open = block;
        content.setLength(0);
        signature = "";
    }

    private void stop() {
        switch (open) {
            case ReplyBlock.Thinking() -> {
                wanted |= textWanted && !content.isEmpty();
                think(new Block.Thinking(content.toString(), signature));
            }
            case ReplyBlock.RedactedThinking(var data) -> {
                wanted = true;
                think(new Block.RedactedThinking(data));
            }
            case ReplyBlock.Text() -> afterText = true;
            case ReplyBlock.ToolUse(var id, var name) -> call(id, name);
            case ReplyBlock.ServerToolUse _, ReplyBlock.WebSearchResult _ -> {}
            case null -> {}
        }
        open = null;
    }

    private void think(Block block) {
        thoughts.add(new Thought(block, afterText));
    }

    private void call(String id, String name) {
        if (wanted) {
            noted.put(new ReasonedCall(id, name, content.toString()), thoughts);
        }
        thoughts = new ArrayList<>();
        wanted = false;
        afterText = false;
    }

    private void tell() {
        if (!noted.isEmpty()) {
            listener.accept(noted);
        }
    }
}
