package dev.turnout.protocol.anthropic.relay;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.anthropic.wire.AnthropicUsage;
import dev.turnout.protocol.dialect.RelayedDocument;
import dev.turnout.protocol.dialect.ReplyReader;
import dev.turnout.protocol.failure.FailedAnswer;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.sse.SseEvent;
import dev.turnout.protocol.sse.SseSink;
import dev.turnout.protocol.sse.SseSplitter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Watches a Messages answer that is relayed as it is. Of a stream only the events that carry usage
 * or an error are parsed; the data of all others, content above all, is not even kept.
 */
public final class AnthropicReplyReader implements ReplyReader {

    /** Bytes of one event that are kept; those that matter here have less than a thousand. */
    private static final int MAX_EVENT = 256 * 1024;

    private static final byte[] NOTHING = {};

    private final @Nullable SseSplitter events;
    private final RelayedDocument document =
            new RelayedDocument(AnthropicReplyReader::beginsAnswer);
    private final AnthropicUsage usage = new AnthropicUsage();

    private boolean meaningful;
    private boolean stopped;
    private boolean endsInError;
    private byte @Nullable [] error;
    private boolean failedInStream;
    private @Nullable String stopReason;

    /**
     * @param stream whether a stream was asked for; else the answer is one JSON document
     */
    public AnthropicReplyReader(boolean stream) {
        events = stream ? new SseSplitter(new Events(), MAX_EVENT) : null;
    }

    @Override
    public byte[] read(byte[] chunk) {
        if (events != null) {
            events.feed(chunk);
            return chunk;
        }
        document.add(chunk);
        meaningful = meaningful || document.isAnswer();
        stopped = document.endsInBrace() && (document.tooLong() ? readEnd() : readDocument());
        return chunk;
    }

    @Override
    public byte[] end() {
        if (events != null) {
            events.end();
        }
        return NOTHING;
    }

    @Override
    public boolean meaningful() {
        return meaningful;
    }

    @Override
    public @Nullable Problem firstEventError(Target target) {
        return error == null || meaningful
                ? null
                : FailedAnswer.ofError(target, error, 0, error.length);
    }

    @Override
    public boolean betweenEvents() {
        return events != null && events.betweenEvents();
    }

    @Override
    public boolean complete() {
        return stopped || endsInError;
    }

    @Override
    public boolean failedInStream() {
        return failedInStream;
    }

    @Override
    public Usage usage() {
        return usage.usage();
    }

    @Override
    public @Nullable String stopReason() {
        return stopReason;
    }

    /** Whether the document is whole, in which case all it tells is taken from it. */
    private boolean readDocument() {
        var bytes = document.bytes();
        boolean whole = read(bytes, 0, bytes.length);
        if (whole && !meaningful) {
            error = bytes;
        }
        return whole;
    }

    private boolean readEnd() {
        document.readAtEnd("usage", usage::read);
        return true;
    }

    /** False where the bytes are no JSON document; the client gets and judges them as they are. */
    private boolean read(byte[] json, int offset, int length) {
        try (var scan = JsonScan.of(json, offset, length)) {
            message(scan);
            scan.finish();
            return true;
        } catch (ProblemException broken) {
            return false;
        }
    }

    /** Reads the fields of a message, of {@code message_start} or of {@code message_delta}. */
    private void message(JsonScan scan) {
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "message", "delta" -> message(scan);
                case "usage" -> usage.read(scan);
                case "stop_reason" -> stopReason = scan.isString() ? scan.string() : stopReason;
                default -> {}
            }
        }
    }

    private static boolean beginsAnswer(JsonScan scan) {
        var type = typeOf(scan);
        return type != null && !type.equals("error");
    }

    /**
     * The type of a message, event or error, by its first field, where all servers have it: empty
     * if something else stands there, null where the value is no object.
     */
    private static @Nullable String typeOf(JsonScan scan) {
        if (!scan.enterObject()) {
            return null;
        }
        if (!scan.nextField()) {
            return "";
        }
        return switch (scan.name()) {
            case "type" -> scan.string();
            case "error" -> "error";
            default -> "";
        };
    }

    private final class Events implements SseSink {

        @Override
        public boolean wants(String name) {
            return switch (name) {
                case "message_start", "message_delta", "error" -> true;
                default -> isUnnamed(name);
            };
        }

        @Override
        public void event(SseEvent event) {
            var type = isUnnamed(event.name()) ? typeOf(event) : event.name();
            switch (type) {
                case "ping", "" -> {}
                case "error" -> {
                    if (error == null) {
                        int end = event.offset() + event.length();
                        error = Arrays.copyOfRange(event.bytes(), event.offset(), end);
                    }
                    failedInStream = meaningful;
                    endsInError = true;
                }
                default -> {
                    meaningful = meaningful || error == null;
                    endsInError = false;
                    stopped |= type.equals("message_stop");
                    if (type.equals("message_start") || type.equals("message_delta")) {
                        read(event.bytes(), event.offset(), event.length());
                    }
                }
            }
        }

        /** Clients of this dialect skip events without a name, but such a stream still costs. */
        private static boolean isUnnamed(String name) {
            return name.isEmpty() || name.equals("message");
        }

        /** The type that the data names; empty for what is no event of this dialect. */
        private static String typeOf(SseEvent event) {
            try (var scan = JsonScan.of(event.bytes(), event.offset(), event.length())) {
                var type = AnthropicReplyReader.typeOf(scan);
                return type == null ? "" : type;
            } catch (ProblemException notJson) {
                return "";
            }
        }
    }
}
