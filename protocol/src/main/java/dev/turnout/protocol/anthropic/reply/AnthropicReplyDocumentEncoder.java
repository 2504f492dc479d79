package dev.turnout.protocol.anthropic.reply;

import dev.turnout.protocol.anthropic.wire.AnthropicErrors;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.json.ToolInput;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEncoder;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ToldUsage;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes one Message; nothing of it leaves before all of it is there. */
final class AnthropicReplyDocumentEncoder implements ReplyEncoder {

    private final AnswerContext context;
    private final ToldUsage usage;
    private final JsonWriter json = new JsonWriter();

    /** What the deltas of the open block have said. */
    private final StringBuilder content = new StringBuilder();

    private @Nullable ReplyBlock block;
    private String signature = "";

    AnthropicReplyDocumentEncoder(AnswerContext context) {
        this.context = context;
        this.usage = new ToldUsage(context);
    }

    @Override
    public boolean streams() {
        return false;
    }

    @Override
    public void write(ReplyEvent event, ByteArrayOutputStream out) {
        switch (event) {
            case ReplyEvent.Started started -> {
                json.startObject();
                AnthropicReplyParts.head(json, started, context);
                json.name("content").startArray();
            }
            case ReplyEvent.BlockStarted(var started) -> block = started;
            case ReplyEvent.TextDelta(var text) -> add(text);
            case ReplyEvent.ThinkingDelta(var text) -> add(text);
            case ReplyEvent.InputDelta(var part) -> add(part);
            case ReplyEvent.CarriedDelta carried -> {}
            case ReplyEvent.SignatureDelta(var given) -> signature = given;
            case ReplyEvent.BlockStopped() -> stop();
            case ReplyEvent.Stopped stopped -> {
                json.endArray();
                AnthropicReplyParts.reason(json, stopped);
                AnthropicReplyParts.usage(json, usage.of(stopped.usage()));
                out.writeBytes(json.endObject().bytes());
            }
            case ReplyEvent.Failed(var problem) ->
                    out.writeBytes(AnthropicErrors.body(problem, context.requestId()));
        }
    }

    private void add(String text) {
        usage.heard(text);
        content.append(text);
    }

    private void stop() {
        var text = content.toString();
        json.startObject();
        switch (block) {
            case null -> throw new IllegalStateException("a block stops that has not started");
            case ReplyBlock.Text() -> json.field("type", "text").field("text", text);
            case ReplyBlock.Thinking() ->
                    json.field("type", "thinking")
                            .field("thinking", text)
                            .field("signature", signature);
            case ReplyBlock.RedactedThinking thinking -> AnthropicReplyParts.block(json, thinking);
            case ReplyBlock.ToolUse(var id, var name) -> tool("tool_use", id, name, text);
            case ReplyBlock.ServerToolUse(var id, var name) ->
                    tool("server_tool_use", id, name, text);
            case ReplyBlock.WebSearchResult result -> AnthropicReplyParts.block(json, result);
        }
        json.endObject();
        content.setLength(0);
        signature = "";
    }

    private void tool(String type, String id, String name, String input) {
        json.field("type", type).field("id", id).field("name", name);
        json.name("input").raw(ToolInput.object(input));
    }
}
