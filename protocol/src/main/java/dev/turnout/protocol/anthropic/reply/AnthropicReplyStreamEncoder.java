package dev.turnout.protocol.anthropic.reply;

import dev.turnout.protocol.anthropic.wire.AnthropicErrors;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEncoder;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ToldUsage;
import dev.turnout.protocol.translate.TypedEvent;
import java.io.ByteArrayOutputStream;

/**
 * Writes a Messages stream, in the order and with all that Claude Code needs: an {@code event} line
 * for each event, shells of blocks empty, content in deltas only, numbers at the end.
 */
final class AnthropicReplyStreamEncoder implements ReplyEncoder {

    private final AnswerContext context;
    private final ToldUsage usage;

    private int index;

    /** The open block is thinking that nobody has signed. */
    private boolean unsigned;

    AnthropicReplyStreamEncoder(AnswerContext context) {
        this.context = context;
        this.usage = new ToldUsage(context);
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
            case ReplyEvent.TextDelta(var text) -> say("text_delta", "text", text, out);
            case ReplyEvent.ThinkingDelta(var text) -> say("thinking_delta", "thinking", text, out);
            case ReplyEvent.CarriedDelta carried -> {}
            case ReplyEvent.SignatureDelta(var signature) -> sign(signature, out);
            case ReplyEvent.InputDelta(var json) ->
                    say("input_json_delta", "partial_json", json, out);
            case ReplyEvent.BlockStopped() -> stop(out);
            case ReplyEvent.Stopped stopped -> stop(stopped, out);
            case ReplyEvent.Failed(var problem) ->
                    out.writeBytes(AnthropicErrors.event(problem, context.requestId()));
        }
    }

    private void start(ReplyEvent.Started started, ByteArrayOutputStream out) {
        var json = TypedEvent.begin("message_start", out).name("message").startObject();
        AnthropicReplyParts.head(json, started, context);
        json.name("content").startArray().endArray();
        json.name("stop_reason").nothing().name("stop_sequence").nothing();
        AnthropicReplyParts.usage(json, usage.of(started.usage()));
        TypedEvent.end(json.endObject(), out);
    }

    private void start(ReplyBlock block, ByteArrayOutputStream out) {
        var json = TypedEvent.begin("content_block_start", out).field("index", index);
        json.name("content_block").startObject();
        switch (block) {
            case ReplyBlock.Text() -> json.field("type", "text").field("text", "");
            case ReplyBlock.Thinking() -> {
                unsigned = true;
                json.field("type", "thinking").field("thinking", "").field("signature", "");
            }
            case ReplyBlock.RedactedThinking thinking -> AnthropicReplyParts.block(json, thinking);
            case ReplyBlock.ToolUse(var id, var name) -> tool(json, "tool_use", id, name);
            case ReplyBlock.ServerToolUse(var id, var name) ->
                    tool(json, "server_tool_use", id, name);
            case ReplyBlock.WebSearchResult result -> AnthropicReplyParts.block(json, result);
        }
        TypedEvent.end(json.endObject(), out);
    }

    private static void tool(JsonWriter json, String type, String id, String name) {
        json.field("type", type).field("id", id).field("name", name);
        json.name("input").startObject().endObject();
    }

    private void say(String type, String field, String text, ByteArrayOutputStream out) {
        usage.heard(text);
        delta(type, field, text, out);
    }

    private void delta(String type, String field, String text, ByteArrayOutputStream out) {
        var json = TypedEvent.begin("content_block_delta", out).field("index", index);
        json.name("delta").startObject().field("type", type).field(field, text).endObject();
        TypedEvent.end(json, out);
    }

    private void sign(String signature, ByteArrayOutputStream out) {
        unsigned = false;
        delta("signature_delta", "signature", signature, out);
    }

    private void stop(ByteArrayOutputStream out) {
        if (unsigned) {
            sign("", out);
        }
        TypedEvent.end(TypedEvent.begin("content_block_stop", out).field("index", index), out);
        index++;
    }

    private void stop(ReplyEvent.Stopped stopped, ByteArrayOutputStream out) {
        var json = TypedEvent.begin("message_delta", out).name("delta").startObject();
        AnthropicReplyParts.reason(json, stopped);
        json.endObject();
        AnthropicReplyParts.usage(json, usage.of(stopped.usage()));
        TypedEvent.end(json, out);
        TypedEvent.end(TypedEvent.begin("message_stop", out), out);
    }
}
