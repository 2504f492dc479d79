package dev.turnout.protocol.anthropic.reply;

import dev.turnout.protocol.anthropic.wire.AnthropicUsage;
import dev.turnout.protocol.sse.SseEvent;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReadAnswer;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent.BlockStarted;
import dev.turnout.protocol.translate.ReplyEvent.BlockStopped;
import dev.turnout.protocol.translate.ReplyEvent.InputDelta;
import dev.turnout.protocol.translate.ReplyEvent.SignatureDelta;
import dev.turnout.protocol.translate.ReplyEvent.Stopped;
import dev.turnout.protocol.translate.ReplyEvent.TextDelta;
import dev.turnout.protocol.translate.ReplyEvent.ThinkingDelta;
import dev.turnout.protocol.translate.ReplyIds;
import dev.turnout.protocol.translate.ReplyTeller;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer from its first block to its end. Servers that imitate the dialect leave out stops of
 * blocks, or put content into their starts.
 */
final class AnthropicReplyAnswer implements ReadAnswer {

    private final AnswerContext context;
    private final AnthropicUsage usage = new AnthropicUsage();
    private final ReplyTeller teller;

    /** The block whose deltas come; null between blocks, and in one that has no place. */
    private @Nullable ReplyBlock open;

    /** Input that stood in the start of the open block; told only if no deltas come. */
    private String wholeInput = "";

    /** Of the open block; told last. */
    private String signature = "";

    private int calls;

    /** The provider's ids of calls that have been told: no two blocks may share one. */
    private final Set<String> taken = new HashSet<>();

    private @Nullable String stopReason;
    private @Nullable String stopSequence;
    private @Nullable String explanation;

    AnthropicReplyAnswer(AnswerContext context) {
        this.context = context;
        this.teller = new ReplyTeller(context, usage::usage);
    }

    @Override
    public ReplyTeller teller() {
        return teller;
    }

    @Override
    public void event(SseEvent event) {
        var step = AnthropicReplyStep.read(event.bytes(), event.offset(), event.length(), usage);
        if (step.isError() || event.name().equals("error")) {
            teller.fail(event.bytes(), event.offset(), event.length());
            return;
        }
        switch (step.type()) {
            case "message_start" -> teller.named(step.id(), step.model());
            case "content_block_start" -> step.blocks().forEach(this::start);
            case "content_block_delta" -> delta(step);
            case "content_block_stop" -> stopBlock();
            case "message_delta" -> reason(step);
            case "message_stop" -> stop();
            default -> {} // clients skip events that they do not know
        }
    }

    @Override
    public void document(byte[] json) {
        var message = AnthropicReplyStep.read(json, 0, json.length, usage);
        if (message.isError() || !message.type().equals("message")) {
            teller.fail(json, 0, json.length);
            return;
        }
        teller.named(message.id(), message.model());
        for (var block : message.blocks()) {
            start(block);
            stopBlock();
        }
        reason(message);
        stop();
    }

    /** It is not of this dialect, and says nothing. */
    @Override
    public void done() {}

    /** A stop reason says that nothing follows, even without message_stop. */
    @Override
    public boolean finished() {
        return teller.over() || stopReason != null;
    }

    @Override
    public void stop() {
        if (!teller.over()) {
            stopBlock();
            teller.stop(fitting(stopReason), stopSequence, explanation);
        }
    }

    private void start(AnthropicReplyBlock block) {
        stopBlock();
        open = shell(block);
        if (open == null) {
            return;
        }
        teller.say(new BlockStarted(open));
        text(open instanceof ReplyBlock.Text ? block.text() : null);
        thinking(open instanceof ReplyBlock.Thinking ? block.text() : null);
        signature = block.signature();
        wholeInput = block.input();
    }

    /** A delta that does not fit its block says nothing. */
    private void delta(AnthropicReplyStep step) {
        text(step.text());
        thinking(step.thinking());
        signature = step.signature() == null ? signature : step.signature();
        var input = step.input();
        if (takesInput() && input != null && !input.isEmpty()) {
            wholeInput = "";
            teller.say(new InputDelta(input));
        }
    }

    private void stopBlock() {
        if (open == null) {
            return;
        }
        if (takesInput() && !wholeInput.isEmpty()) {
            teller.say(new InputDelta(wholeInput));
        }
        if (open instanceof ReplyBlock.Thinking && !signature.isEmpty()) {
            teller.say(new SignatureDelta(signature));
        }
        open = null;
        teller.say(new BlockStopped());
    }

    private void reason(AnthropicReplyStep step) {
        stopReason = step.stopReason() == null ? stopReason : step.stopReason();
        stopSequence = step.stopSequence() == null ? stopSequence : step.stopSequence();
        explanation = step.explanation() == null ? explanation : step.explanation();
    }

    private void text(@Nullable String text) {
        if (open instanceof ReplyBlock.Text && text != null && !text.isEmpty()) {
            teller.say(new TextDelta(text));
        }
    }

    private void thinking(@Nullable String text) {
        if (open instanceof ReplyBlock.Thinking && text != null && !text.isEmpty()) {
            teller.say(new ThinkingDelta(text));
        }
    }

    private boolean takesInput() {
        return open instanceof ReplyBlock.ToolUse || open instanceof ReplyBlock.ServerToolUse;
    }

    /** Null for one that has no place in an answer, or lacks the name of its tool. */
    private @Nullable ReplyBlock shell(AnthropicReplyBlock block) {
        return switch (block.type()) {
            case "text" -> new ReplyBlock.Text();
            case "thinking" -> new ReplyBlock.Thinking();
            case "redacted_thinking" -> new ReplyBlock.RedactedThinking(block.data());
            case "tool_use" ->
                    block.name().isEmpty()
                            ? null
                            : new ReplyBlock.ToolUse(callId(block.id()), block.name());
            case "server_tool_use" -> new ReplyBlock.ServerToolUse(block.id(), block.name());
            case "web_search_tool_result" ->
                    new ReplyBlock.WebSearchResult(block.id(), block.hits(), block.errorCode());
            default -> null; // results of other tools of Anthropic's, and what is yet to come
        };
    }

    private String callId(String given) {
        return ReplyIds.tool(taken.add(given) ? given : "", calls++, context);
    }

    /** Servers say end_turn behind a call, or nothing. */
    private String fitting(@Nullable String reason) {
        return switch (reason) {
            case null -> calls > 0 ? Stopped.TOOL_USE : Stopped.END_TURN;
            case Stopped.TOOL_USE, Stopped.END_TURN ->
                    calls > 0 ? Stopped.TOOL_USE : Stopped.END_TURN;
            default -> reason;
        };
    }
}
