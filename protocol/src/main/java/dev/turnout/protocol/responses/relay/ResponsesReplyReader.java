package dev.turnout.protocol.responses.relay;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.dialect.RelayedDocument;
import dev.turnout.protocol.dialect.ReplyReader;
import dev.turnout.protocol.failure.FailedAnswer;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.responses.wire.ResponsesEvents;
import dev.turnout.protocol.sse.SseEvent;
import dev.turnout.protocol.sse.SseSink;
import dev.turnout.protocol.sse.SseSplitter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Watches a response that is relayed as it is. Of a stream only the events that end an item or the
 * response, and errors, are parsed; the data of all others is not even kept.
 */
public final class ResponsesReplyReader implements ReplyReader {

    private static final byte[] NOTHING = {};

    private final @Nullable SseSplitter events;
    private final RelayedDocument document =
            new RelayedDocument(ResponsesReplyReader::beginsAnswer);
    private final ResponsesRelayResponse response = new ResponsesRelayResponse();

    private boolean meaningful;
    private boolean ended;
    private byte @Nullable [] error;
    private boolean failedInStream;

    private ResponsesReplyReader(boolean stream) {
        events = stream ? new SseSplitter(new Events(), SseEvent.LONGEST) : null;
    }

    /** One reader is for one answer; {@code stream} is the form in which it comes. */
    public static ReplyReader of(boolean stream) {
        return new ResponsesReplyReader(stream);
    }

    @Override
    public byte[] read(byte[] chunk) {
        if (events != null) {
            events.feed(chunk);
            return chunk;
        }
        document.add(chunk);
        meaningful = meaningful || document.isAnswer();
        ended = document.endsInBrace() && (document.tooLong() ? readEnd() : readDocument());
        return chunk;
    }

    @Override
    public byte[] end() {
        if (events != null) {
            events.end();
        }
        return NOTHING;
    }

    /**
     * Of a stream: an item of the output, or that it has none. What says that the response is under
     * way is sent before servers know whether they can answer.
     */
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
        return ended;
    }

    @Override
    public boolean failedInStream() {
        return failedInStream;
    }

    @Override
    public Usage usage() {
        return response.usage();
    }

    @Override
    public @Nullable String stopReason() {
        return ended && error == null ? response.stopReason() : null;
    }

    /** Whether the document is whole, in which case all it tells is taken from it. */
    private boolean readDocument() {
        var bytes = document.bytes();
        try (var scan = JsonScan.of(bytes)) {
            response.read(scan);
            scan.finish();
        } catch (ProblemException broken) {
            return false;
        }
        meaningful = meaningful || response.isAnswer();
        if (!meaningful) {
            error = response.error(bytes);
        }
        return true;
    }

    private boolean readEnd() {
        document.readAtEnd("usage", response::readUsage);
        return true;
    }

    /** Whether a first item of output stands in the document as far as it has come. */
    private static boolean beginsAnswer(JsonScan scan) {
        boolean begins = false;
        boolean failed = false;
        if (scan.enterObject()) {
            while (!begins && !failed && scan.nextField()) {
                switch (scan.name()) {
                    case "status" -> failed = scan.is("failed");
                    case "error" -> failed = !scan.isNull();
                    case "output" -> begins = scan.enterArray() && scan.nextElement();
                    default -> {}
                }
            }
        }
        return begins;
    }

    private final class Events implements SseSink {

        @Override
        public boolean wants(String name) {
            return switch (name) {
                case "response.output_item.done",
                        "response.completed",
                        "response.incomplete",
                        "response.failed",
                        "error" ->
                        true;
                default -> ResponsesEvents.isUnnamed(name);
            };
        }

        @Override
        public void event(SseEvent event) {
            if (event.isDone()) {
                return;
            }
            var type = ResponsesEvents.isUnnamed(event.name()) ? typeOf(event) : event.name();
            switch (type) {
                case "error", "response.failed" -> failed(event);
                case "response.completed", "response.incomplete" -> {
                    meaningful |= error == null;
                    ended = true;
                    readEvent(event);
                }
                case "response.output_item.done" -> {
                    meaningful |= error == null;
                    readEvent(event);
                }
                default -> meaningful |= error == null && isOfOutput(type);
            }
        }

        private void failed(SseEvent event) {
            ended = true;
            failedInStream = meaningful;
            if (error == null) {
                int end = event.offset() + event.length();
                var bytes = Arrays.copyOfRange(event.bytes(), event.offset(), end);
                error = errorOf(bytes);
            }
        }

        private static boolean isOfOutput(String type) {
            return !type.isEmpty() && !ResponsesEvents.isPreface(type);
        }

        private void readEvent(SseEvent event) {
            try (var scan = JsonScan.of(event.bytes(), event.offset(), event.length())) {
                response.readEvent(scan);
            } catch (ProblemException notJson) {
                // The client gets it, and judges it as it is.
            }
        }

        /** The error object alone, for around it stands a whole response. */
        private byte[] errorOf(byte[] event) {
            var failed = new ResponsesRelayResponse();
            try (var scan = JsonScan.of(event)) {
                failed.readEvent(scan);
            } catch (ProblemException notJson) {
                return event;
            }
            return failed.error(event);
        }

        /** The type that the data names; {@code error} where it is one, empty without both. */
        private static String typeOf(SseEvent event) {
            var type = "";
            boolean error = false;
            try (var scan = JsonScan.of(event.bytes(), event.offset(), event.length())) {
                if (scan.enterObject()) {
                    while (type.isEmpty() && scan.nextField()) {
                        switch (scan.name()) {
                            case "type" -> type = scan.string();
                            case "error" -> error |= !scan.isNull();
                            default -> {}
                        }
                    }
                }
            } catch (ProblemException notJson) {
                return "";
            }
            return type.isEmpty() && error ? "error" : type;
        }
    }
}
