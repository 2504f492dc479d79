package dev.turnout.protocol.chat.reply;

import dev.turnout.protocol.chat.wire.ChatErrors;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEncoder;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyIds;
import dev.turnout.protocol.translate.ToldUsage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one completion; nothing of it leaves before all of it is there. */
final class ChatReplyDocumentEncoder implements ReplyEncoder {

    private record Call(ReplyBlock.ToolUse tool, StringBuilder arguments) {}

    private final AnswerContext context;
    private final ToldUsage usage;

    private ReplyEvent.@Nullable Started started;
    private final StringBuilder content = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();

    /** Of each thinking; empty where nobody has signed it. */
    private final List<String> signatures = new ArrayList<>(0);

    private final List<Call> calls = new ArrayList<>(0);

    /** Where the input that comes belongs. */
    private StringBuilder input = new StringBuilder();

    ChatReplyDocumentEncoder(AnswerContext context) {
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
            case ReplyEvent.Started first -> started = first;
            case ReplyEvent.BlockStarted(var block) -> start(block);
            case ReplyEvent.TextDelta(var text) -> add(text, content);
            case ReplyEvent.ThinkingDelta(var text) -> add(text, reasoning);
            case ReplyEvent.CarriedDelta carried -> {}
            case ReplyEvent.SignatureDelta(var signature) ->
                    signatures.set(signatures.size() - 1, signature);
            case ReplyEvent.InputDelta(var json) -> add(json, input);
            case ReplyEvent.BlockStopped() -> {}
            case ReplyEvent.Stopped stopped -> out.writeBytes(completion(stopped));
            case ReplyEvent.Failed(var problem) ->
                    out.writeBytes(ChatErrors.body(problem, context.requestId()));
        }
    }

    private void start(ReplyBlock block) {
        switch (block) {
            case ReplyBlock.ToolUse tool -> {
                input = new StringBuilder();
                calls.add(new Call(tool, input));
            }
            // Its input has no place here, as the tool has none.
            case ReplyBlock.ServerToolUse tool -> input = new StringBuilder();
            case ReplyBlock.WebSearchResult result ->
                    add(ChatReplyParts.links(result, content.isEmpty()), content);
            case ReplyBlock.Text text -> {}
            case ReplyBlock.Thinking thinking -> signatures.add("");
            case ReplyBlock.RedactedThinking thinking -> {}
        }
    }

    private void add(String text, StringBuilder to) {
        usage.heard(text);
        to.append(text);
    }

    private byte[] completion(ReplyEvent.Stopped stopped) {
        var id = started == null ? null : started.id();
        var model = started == null ? null : started.model();
        var json = new JsonWriter().startObject();
        json.field("id", ReplyIds.answer(id, "chatcmpl-", context))
                .field("object", "chat.completion")
                .field("created", context.created())
                .field("model", model == null ? context.target().model() : model);
        json.name("choices").startArray().startObject().field("index", 0).name("message");
        message(json, stopped);
        json.name("logprobs").nothing();
        json.field(
                "finish_reason", ChatReplyParts.finishReason(stopped.reason(), !calls.isEmpty()));
        json.endObject().endArray().name("usage");
        ChatReplyParts.usage(json, usage.of(stopped.usage()));
        return json.endObject().bytes();
    }

    private void message(JsonWriter json, ReplyEvent.Stopped stopped) {
        json.startObject().field("role", "assistant").name("content");
        if (content.isEmpty()) {
            json.nothing();
        } else {
            json.string(content.toString());
        }
        if (!reasoning.isEmpty()) {
            json.field("reasoning_content", reasoning.toString());
        }
        if (!signatures.stream().allMatch(String::isEmpty)) {
            json.name("reasoning_details").startArray();
            for (int i = 0; i < signatures.size(); i++) {
                if (!signatures.get(i).isEmpty()) {
                    ChatReplyParts.detail(json, signatures.get(i), i);
                }
            }
            json.endArray();
        }
        if (stopped.explanation() != null) {
            json.field("refusal", stopped.explanation());
        }
        if (!calls.isEmpty()) {
            json.name("tool_calls").startArray();
            calls.forEach(call -> write(json, call));
            json.endArray();
        }
        json.endObject();
    }

    private static void write(JsonWriter json, Call call) {
        json.startObject().field("id", call.tool().id()).field("type", "function");
        json.name("function").startObject().field("name", call.tool().name());
        json.field("arguments", call.arguments().isEmpty() ? "{}" : call.arguments().toString());
        json.endObject().endObject();
    }
}
