package dev.turnout.protocol.chat.reply;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.turnout.protocol.chat.wire.ChatErrors;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEncoder;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyIds;
import dev.turnout.protocol.translate.ToldUsage;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a stream of chunks: the role first, the finish reason last, then usage if it was asked
 * for, then {@code [DONE]}.
 */
final class ChatReplyStreamEncoder implements ReplyEncoder {

    private static final byte[] DATA = "data: ".getBytes(US_ASCII);
    private static final byte[] END = "\n\n".getBytes(US_ASCII);
    private static final byte[] DONE = "data: [DONE]\n\n".getBytes(US_ASCII);

    private final AnswerContext context;
    private final ToldUsage usage;

    private String id = "";
    private String model = "";

    /** The tool whose input comes; null in any other block. */
    private ReplyBlock.@Nullable ToolUse tool;

    private int tools;
    private int thoughts;
    private boolean inputSeen;
    private boolean textSeen;

    ChatReplyStreamEncoder(AnswerContext context) {
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
            case ReplyEvent.TextDelta(var text) -> text(text, out);
            case ReplyEvent.ThinkingDelta(var text) -> say("reasoning_content", text, out);
            case ReplyEvent.CarriedDelta carried -> {}
            case ReplyEvent.SignatureDelta(var signature) -> sign(signature, out);
            case ReplyEvent.InputDelta(var json) -> input(json, out);
            case ReplyEvent.BlockStopped() -> stop(out);
            case ReplyEvent.Stopped stopped -> stop(stopped, out);
            case ReplyEvent.Failed(var problem) ->
                    out.writeBytes(ChatErrors.event(problem, context.requestId()));
        }
    }

    private void start(ReplyEvent.Started started, ByteArrayOutputStream out) {
        id = ReplyIds.answer(started.id(), "chatcmpl-", context);
        model = started.model() == null ? context.target().model() : started.model();
        var json = begin(out).field("role", "assistant").field("content", "");
        end(json, null, out);
    }

    private void start(ReplyBlock block, ByteArrayOutputStream out) {
        switch (block) {
            case ReplyBlock.ToolUse call -> {
                tool = call;
                inputSeen = false;
                var json = call(begin(out)).field("id", call.id()).field("type", "function");
                json.name("function").startObject();
                json.field("name", call.name()).field("arguments", "");
                end(json.endObject().endObject().endArray(), null, out);
            }
            case ReplyBlock.WebSearchResult result ->
                    text(ChatReplyParts.links(result, !textSeen), out);
            case ReplyBlock.Text text -> {}
            case ReplyBlock.Thinking thinking -> thoughts++;
            case ReplyBlock.RedactedThinking thinking -> {}
            case ReplyBlock.ServerToolUse call -> {}
        }
    }

    private void text(String text, ByteArrayOutputStream out) {
        textSeen = true;
        say("content", text, out);
    }

    private void say(String field, String text, ByteArrayOutputStream out) {
        usage.heard(text);
        end(begin(out).field(field, text), null, out);
    }

    private void sign(String signature, ByteArrayOutputStream out) {
        if (!signature.isEmpty()) {
            var json = begin(out).name("reasoning_details").startArray();
            ChatReplyParts.detail(json, signature, thoughts - 1);
            end(json.endArray(), null, out);
        }
    }

    /** A server tool's input has no place here, as the tool has none. */
    private void input(String arguments, ByteArrayOutputStream out) {
        if (tool == null) {
            return;
        }
        inputSeen = true;
        usage.heard(arguments);
        var json = call(begin(out));
        json.name("function").startObject().field("arguments", arguments).endObject();
        end(json.endObject().endArray(), null, out);
    }

    /** Clients parse the arguments, so that there have to be some. */
    private void stop(ByteArrayOutputStream out) {
        if (tool != null) {
            if (!inputSeen) {
                input("{}", out);
            }
            tool = null;
            tools++;
        }
    }

    private void stop(ReplyEvent.Stopped stopped, ByteArrayOutputStream out) {
        if (stopped.explanation() != null) {
            say("refusal", stopped.explanation(), out);
        }
        end(begin(out), ChatReplyParts.finishReason(stopped.reason(), tools > 0), out);
        if (context.includeUsage()) {
            var json = head(out).name("choices").startArray().endArray().name("usage");
            ChatReplyParts.usage(json, usage.of(stopped.usage()));
            finish(json, out);
        }
        out.writeBytes(DONE);
    }

    private JsonWriter head(ByteArrayOutputStream out) {
        out.writeBytes(DATA);
        return new JsonWriter(out)
                .startObject()
                .field("id", id)
                .field("object", "chat.completion.chunk")
                .field("created", context.created())
                .field("model", model);
    }

    /** A chunk up to the inside of its delta. */
    private JsonWriter begin(ByteArrayOutputStream out) {
        var json = head(out).name("choices").startArray().startObject().field("index", 0);
        return json.name("delta").startObject();
    }

    private JsonWriter call(JsonWriter json) {
        return json.name("tool_calls").startArray().startObject().field("index", tools);
    }

    private void end(JsonWriter json, @Nullable String finishReason, ByteArrayOutputStream out) {
        json.endObject().name("logprobs").nothing().name("finish_reason");
        if (finishReason == null) {
            json.nothing();
        } else {
            json.string(finishReason);
        }
        json.endObject().endArray();
        if (context.includeUsage()) {
            json.name("usage").nothing();
        }
        finish(json, out);
    }

    private static void finish(JsonWriter json, ByteArrayOutputStream out) {
        json.endObject().finish();
        out.writeBytes(END);
    }
}
