package dev.turnout.protocol.responses.reply;

import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.responses.reply.ResponsesReplyDraft.Placed;
import dev.turnout.protocol.responses.reply.ResponsesWrittenItem.Call;
import dev.turnout.protocol.responses.reply.ResponsesWrittenItem.Message;
import dev.turnout.protocol.responses.reply.ResponsesWrittenItem.Reasoning;
import dev.turnout.protocol.responses.reply.ResponsesWrittenItem.Search;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEncoder;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.TypedEvent;
import java.io.ByteArrayOutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Responses stream in OpenAI's order, with all that its SDKs check: each item begins, is
 * said, and stands whole in its {@code output_item.done}, by which alone Codex takes it; the last
 * event holds all of them once more.
 */
final class ResponsesReplyStreamEncoder implements ReplyEncoder {

    private final ResponsesReplyDraft draft;
    private int events;

    /** The item that has ended last, of which that is not told yet: it may have been cut off. */
    private @Nullable Placed last;

    ResponsesReplyStreamEncoder(AnswerContext context) {
        draft = new ResponsesReplyDraft(context);
    }

    @Override
    public boolean streams() {
        return true;
    }

    @Override
    public void write(ReplyEvent event, ByteArrayOutputStream out) {
        switch (event) {
            case ReplyEvent.Started started -> start(started, out);
            case ReplyEvent.BlockStarted(var block) -> start(block, out);
            case ReplyEvent.TextDelta(var text) -> {
                if (!text.isEmpty()) {
                    text(text, out);
                }
            }
            case ReplyEvent.ThinkingDelta(var text) -> {
                if (!text.isEmpty()) {
                    think(text, out);
                }
            }
            case ReplyEvent.SignatureDelta(var signature) -> draft.sign(signature);
            case ReplyEvent.CarriedDelta carried -> {}
            case ReplyEvent.InputDelta(var json) -> input(json, out);
            case ReplyEvent.BlockStopped() -> stop(out);
            case ReplyEvent.Stopped stopped -> stop(stopped, out);
            case ReplyEvent.Failed(var problem) -> {
                endLast(out);
                var json = begin("response.failed", out);
                draft.writeFailed(json.name("response"), problem);
                TypedEvent.end(json, out);
            }
        }
    }

    private void start(ReplyEvent.Started started, ByteArrayOutputStream out) {
        draft.start(started);
        var created = begin("response.created", out);
        draft.writeBegun(created.name("response"));
        TypedEvent.end(created, out);
        var inProgress = begin("response.in_progress", out);
        draft.writeBegun(inProgress.name("response"));
        TypedEvent.end(inProgress, out);
    }

    private void start(ReplyBlock block, ByteArrayOutputStream out) {
        endLast(out);
        var begun = draft.start(block);
        if (block instanceof ReplyBlock.WebSearchResult result) {
            found(result, out);
        }
        if (begun == null) {
            return;
        }
        added(begun, out);
        if (begun.item() instanceof Message message) {
            part("added", begun, message, "", out);
        }
    }

    private void text(String text, ByteArrayOutputStream out) {
        draft.add(text);
        var json = content("response.output_text.delta", open(), out).field("delta", text);
        TypedEvent.end(json.name("logprobs").startArray().endArray(), out);
    }

    private void think(String text, ByteArrayOutputStream out) {
        if (draft.silent()) {
            var json = summary("part.added", open(), out).name("part");
            ResponsesWrittenItem.summary(json, "");
            TypedEvent.end(json, out);
        }
        draft.add(text);
        TypedEvent.end(summary("text.delta", open(), out).field("delta", text), out);
    }

    /** A custom tool's text is known at its end; a search's query has its place there. */
    private void input(String json, ByteArrayOutputStream out) {
        draft.add(json);
        var placed = draft.open();
        if (placed != null && placed.item() instanceof Call call && !call.origin().freeform()) {
            delta("response.function_call_arguments.delta", placed, json, out);
        }
    }

    private void stop(ByteArrayOutputStream out) {
        var search = draft.search();
        if (search != null) {
            searching(search, out);
        }
        boolean silent = draft.silent();
        var ended = draft.stop();
        if (ended == null) {
            return;
        }
        switch (ended.item()) {
            case Message message -> said(ended, message, out);
            case Reasoning reasoning -> {
                if (!silent) {
                    thought(ended, reasoning.text(), out);
                }
            }
            case Call call -> called(ended, call, silent, out);
            case Search other -> {}
        }
        last = ended;
    }

    private void said(Placed ended, Message message, ByteArrayOutputStream out) {
        var json = content("response.output_text.done", ended, out).field("text", message.text());
        TypedEvent.end(json.name("logprobs").startArray().endArray(), out);
        part("done", ended, message, message.text(), out);
    }

    private void thought(Placed ended, String text, ByteArrayOutputStream out) {
        TypedEvent.end(summary("text.done", ended, out).field("text", text), out);
        var json = summary("part.done", ended, out).name("part");
        ResponsesWrittenItem.summary(json, text);
        TypedEvent.end(json, out);
    }

    private void called(Placed ended, Call call, boolean silent, ByteArrayOutputStream out) {
        boolean freeform = call.origin().freeform();
        var events =
                freeform ? "response.custom_tool_call_input" : "response.function_call_arguments";
        if (freeform || silent) {
            delta(events + ".delta", ended, call.input(), out);
        }
        var json = within(events + ".done", ended, out).field(call.field(), call.input());
        if (!freeform) {
            json.field("name", call.origin().name());
        }
        TypedEvent.end(json, out);
    }

    private void searching(Placed search, ByteArrayOutputStream out) {
        added(search, out);
        TypedEvent.end(within("response.web_search_call.in_progress", search, out), out);
        TypedEvent.end(within("response.web_search_call.searching", search, out), out);
    }

    private void found(ReplyBlock.WebSearchResult result, ByteArrayOutputStream out) {
        if (!draft.hasBegun(result)) {
            draft.start(new ReplyBlock.ServerToolUse(result.toolUseId(), "web_search"));
            stop(out);
        }
        var found = draft.found(result);
        TypedEvent.end(within("response.web_search_call.completed", found, out), out);
        done(found, out);
    }

    private void stop(ReplyEvent.Stopped stopped, ByteArrayOutputStream out) {
        if (last != null && ResponsesReplyDraft.isCut(stopped)) {
            last = draft.cut(last);
        }
        endLast(out);
        draft.giveUp().forEach(search -> done(search, out));
        var refusal = draft.refuse(stopped);
        if (refusal != null) {
            refused(refusal, out);
        }
        var json = begin("response." + ResponsesReplyDraft.status(stopped), out);
        draft.writeEnded(json.name("response"), stopped);
        TypedEvent.end(json, out);
    }

    private void refused(Placed placed, ByteArrayOutputStream out) {
        var message = (Message) placed.item();
        var explanation = message.text();
        added(placed, out);
        part("added", placed, message, "", out);
        TypedEvent.end(
                content("response.refusal.delta", placed, out).field("delta", explanation), out);
        TypedEvent.end(
                content("response.refusal.done", placed, out).field("refusal", explanation), out);
        part("done", placed, message, explanation, out);
        done(placed, out);
    }

    private void endLast(ByteArrayOutputStream out) {
        if (last != null) {
            done(last, out);
            last = null;
        }
    }

    private void added(Placed placed, ByteArrayOutputStream out) {
        var json = begin("response.output_item.added", out).field("output_index", placed.index());
        placed.item().writeBegun(json.name("item"));
        TypedEvent.end(json, out);
    }

    private void done(Placed placed, ByteArrayOutputStream out) {
        var json = begin("response.output_item.done", out).field("output_index", placed.index());
        placed.item().write(json.name("item"), placed.status());
        TypedEvent.end(json, out);
    }

    private void delta(String type, Placed placed, String delta, ByteArrayOutputStream out) {
        TypedEvent.end(within(type, placed, out).field("delta", delta), out);
    }

    private void part(
            String what, Placed placed, Message message, String text, ByteArrayOutputStream out) {
        var json = content("response.content_part." + what, placed, out);
        message.part(json.name("part"), text);
        TypedEvent.end(json, out);
    }

    private JsonWriter content(String type, Placed placed, ByteArrayOutputStream out) {
        return within(type, placed, out).field("content_index", 0);
    }

    private JsonWriter summary(String what, Placed placed, ByteArrayOutputStream out) {
        return within("response.reasoning_summary_" + what, placed, out).field("summary_index", 0);
    }

    private JsonWriter within(String type, Placed placed, ByteArrayOutputStream out) {
        return begin(type, out)
                .field("item_id", placed.item().id())
                .field("output_index", placed.index());
    }

    private JsonWriter begin(String type, ByteArrayOutputStream out) {
        return TypedEvent.begin(type, out).field("sequence_number", events++);
    }

    private Placed open() {
        return Objects.requireNonNull(draft.open(), "a delta outside of a block");
    }
}
