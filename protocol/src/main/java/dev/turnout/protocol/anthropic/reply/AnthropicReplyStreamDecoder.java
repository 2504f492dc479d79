package dev.turnout.protocol.anthropic.reply;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.anthropic.wire.AnthropicUsage;
import dev.turnout.protocol.sse.SseEvent;
import dev.turnout.protocol.sse.SseSink;
import dev.turnout.protocol.sse.SseSplitter;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.ReplyEvent;
import java.util.Arrays;
import java.util.function.Consumer;

/** Reads a Messages stream, of Anthropic's own or of a server that imitates it. */
final class AnthropicReplyStreamDecoder implements ReplyDecoder {

    /** Bytes of one event; results of a web search come in one. */
    private static final int LONGEST_EVENT = 4 * 1024 * 1024;

    private static final byte[] DONE = "[DONE]".getBytes(US_ASCII);

    private final SseSplitter splitter = new SseSplitter(new Events(), LONGEST_EVENT);
    private final AnthropicUsage usage = new AnthropicUsage();
    private final AnthropicReplyAnswer answer;
    private boolean ended;

    AnthropicReplyStreamDecoder(AnswerContext context) {
        answer = new AnthropicReplyAnswer(context, usage);
    }

    @Override
    public void read(byte[] chunk, Consumer<ReplyEvent> events) {
        answer.tell(events);
        splitter.feed(chunk);
    }

    @Override
    public void end(Consumer<ReplyEvent> events) {
        answer.tell(events);
        ended = true;
        splitter.end();
        if (answer.finished()) {
            answer.stop();
        }
    }

    @Override
    public boolean finished() {
        return answer.finished();
    }

    @Override
    public Usage usage() {
        return usage.usage();
    }

    private final class Events implements SseSink {

        @Override
        public boolean wants(String name) {
            return !name.equals("ping");
        }

        @Override
        public void event(SseEvent event) {
            int from = event.offset();
            int to = from + event.length();
            if (event.length() == 0
                    || !wants(event.name())
                    || Arrays.equals(event.bytes(), from, to, DONE, 0, DONE.length)) {
                return;
            }
            if (!event.whole()) {
                answer.fail("sent an event beyond all measure.");
                return;
            }
            AnthropicReplyStep step;
            try {
                step = AnthropicReplyStep.read(event.bytes(), from, event.length(), usage);
            } catch (ProblemException notJson) {
                if (!ended) {
                    answer.fail("sent an event that is no JSON object. Try again.");
                }
                return; // the last event of a stream that was cut is cut itself
            }
            if (step.isError() || event.name().equals("error")) {
                answer.fail(event.bytes(), from, event.length());
            } else {
                take(step);
            }
        }

        private void take(AnthropicReplyStep step) {
            switch (step.type()) {
                case "message_start" -> answer.named(step.id(), step.model());
                case "content_block_start" -> step.blocks().forEach(answer::start);
                case "content_block_delta" -> answer.delta(step);
                case "content_block_stop" -> answer.stopBlock();
                case "message_delta" -> answer.reason(step);
                case "message_stop" -> answer.stop();
                default -> {} // clients skip events that they do not know
            }
        }
    }
}
