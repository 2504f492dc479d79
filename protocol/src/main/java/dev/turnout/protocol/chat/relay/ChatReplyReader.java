package dev.turnout.protocol.chat.relay;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.chat.wire.ChatErrors;
import dev.turnout.protocol.chat.wire.ChatUsage;
import dev.turnout.protocol.dialect.RelayedDocument;
import dev.turnout.protocol.dialect.ReplyReader;
import dev.turnout.protocol.failure.FailedAnswer;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.sse.SseEvent;
import dev.turnout.protocol.sse.SseSplitter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Watches a Chat Completions answer, or one of embeddings, that is relayed as it is. */
public final class ChatReplyReader implements ReplyReader {

    private static final byte[] NOTHING = {};

    private final @Nullable SseSplitter events;
    private final RelayedDocument document = new RelayedDocument(ChatReplyReader::beginsAnswer);
    private final ChatUsage usage = new ChatUsage();
    private final ChatRelayChoices choices = new ChatRelayChoices(usage);

    private boolean meaningful;
    private boolean done;
    private boolean usageFollowed;
    private boolean ended;
    private byte @Nullable [] error;
    private boolean endsInError;

    /**
     * @param stream whether a stream was asked for; else the answer is one JSON document
     */
    public ChatReplyReader(boolean stream) {
        events = stream ? new SseSplitter(this::event, SseEvent.LONGEST) : null;
    }

    @Override
    public byte[] read(byte[] chunk) {
        if (events != null) {
            events.feed(chunk);
            return chunk;
        }
        document.add(chunk);
        meaningful = meaningful || document.isAnswer();
        done = document.endsInBrace() && (document.tooLong() ? readEnd() : readDocument());
        return chunk;
    }

    @Override
    public byte[] end() {
        if (events != null) {
            events.end();
        }
        ended = true;
        return NOTHING;
    }

    /**
     * Of a stream: content, reasoning, a tool call, or that the model has nothing to say. The chunk
     * that only names the role is sent by servers before they know whether they can answer.
     */
    @Override
    public boolean meaningful() {
        return meaningful;
    }

    @Override
    public @Nullable Problem firstEventError(Target target) {
        if (error == null || meaningful) {
            return null;
        }
        var failure = choices.failure();
        return failure == null || failure == ProblemCode.PROVIDER_ERROR
                ? FailedAnswer.ofError(target, error, 0, error.length)
                : Problem.of(failure, target + ": the provider ended its answer for lack of room.");
    }

    @Override
    public boolean betweenEvents() {
        return events != null && events.betweenEvents();
    }

    /**
     * By {@code [DONE]}; or when every choice has its finish reason and the usage has come with or
     * after them. Where no usage comes, a finish reason does once nobody waits for more.
     */
    @Override
    public boolean complete() {
        return done || endsInError || (choices.finished() && (usageFollowed || ended));
    }

    @Override
    public boolean failedInStream() {
        return meaningful && endsInError;
    }

    @Override
    public Usage usage() {
        return usage.usage();
    }

    @Override
    public @Nullable String stopReason() {
        return choices.stopReason(done);
    }

    /** Whether the document is whole, in which case all it tells is taken from it. */
    private boolean readDocument() {
        var bytes = document.bytes();
        var chunk = chunk(bytes, 0, bytes.length);
        if (chunk == null) {
            return false;
        }
        meaningful = meaningful || (chunk.content() && !chunk.error());
        if (!meaningful) {
            error = bytes;
        }
        return true;
    }

    private boolean readEnd() {
        document.readAtEnd("usage", usage::read);
        return true;
    }

    /** Whether a first choice, or a first vector, stands in the document as far as it has come. */
    private static boolean beginsAnswer(JsonScan scan) {
        boolean begins = false;
        if (scan.enterObject()) {
            while (!begins && scan.nextField()) {
                boolean content = scan.name().equals("choices") || scan.name().equals("data");
                begins = content && scan.enterArray() && scan.nextElement();
            }
        }
        return begins;
    }

    private void event(SseEvent event) {
        int end = event.offset() + event.length();
        if (event.isDone()) {
            done = true;
            return;
        }
        var chunk = chunk(event.bytes(), event.offset(), event.length());
        if (chunk == null) {
            // One beyond measure is content: errors are short.
            meaningful |= !event.whole() && error == null;
            return;
        }
        endsInError = chunk.error() || event.name().equals("error") || choices.failure() != null;
        if (endsInError && error == null) {
            error = Arrays.copyOfRange(event.bytes(), event.offset(), end);
        }
        meaningful |= error == null && choices.begun();
        usageFollowed |= chunk.usage() && choices.finished();
    }

    /**
     * What a chunk, or a whole document, has.
     *
     * @param error that it is one, or holds one
     * @param content choices or vectors
     * @param usage numbers of it
     */
    private record Chunk(boolean error, boolean content, boolean usage) {}

    /** Null where the bytes are no JSON document; the client gets and judges them as they are. */
    private @Nullable Chunk chunk(byte[] json, int offset, int length) {
        try (var scan = JsonScan.of(json, offset, length)) {
            var chunk = chunk(scan);
            scan.finish();
            return chunk;
        } catch (ProblemException broken) {
            return null;
        }
    }

    private Chunk chunk(JsonScan scan) {
        boolean failed = false;
        boolean content = false;
        boolean counted = false;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "choices" -> {
                        content |= scan.isArray();
                        counted |= choices.read(scan);
                    }
                    case "data" -> content |= scan.isArray();
                    case "usage" -> counted |= counts(scan);
                    case "x_groq" -> {
                        if (scan.enterObject()) {
                            while (scan.nextField()) {
                                counted |= scan.name().equals("usage") && counts(scan);
                                failed |=
                                        scan.name().equals("error") && !scan.kind().equals("null");
                            }
                        }
                    }
                    case "error" -> failed |= !scan.kind().equals("null");
                    case "object" -> failed |= scan.is("error");
                    case "base_resp" -> failed |= ChatErrors.isBaseRespError(scan);
                    default -> {}
                }
            }
        }
        return new Chunk(failed, content, counted);
    }

    private boolean counts(JsonScan scan) {
        boolean counts = scan.kind().equals("an object");
        usage.read(scan);
        return counts;
    }
}
