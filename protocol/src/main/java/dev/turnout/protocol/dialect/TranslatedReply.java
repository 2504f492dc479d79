package dev.turnout.protocol.dialect;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.translate.ReplyDecoder;
import dev.turnout.protocol.translate.ReplyEncoder;
import dev.turnout.protocol.translate.ReplyEvent;
import dev.turnout.protocol.translate.ReplyFilter;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes an answer from the provider's dialect into the client's. What would rule the target out, an
 * error or an empty answer before any content, is not written but told, so that another target can
 * be tried.
 */
public final class TranslatedReply implements ReplyReader {

    private final ReplyDecoder decoder;
    private final ReplyEncoder encoder;
    private final Consumer<ReplyEvent> entry;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** The beginning, until it is known that something follows. */
    private ReplyEvent.@Nullable Started beginning;

    private boolean content;
    private boolean stopped;
    private @Nullable Problem failure;
    private boolean empty;
    private @Nullable String stopReason;

    /**
     * @param decoder of the provider's dialect
     * @param filters that each event passes, in order
     * @param encoder of the client's
     */
    public TranslatedReply(ReplyDecoder decoder, List<ReplyFilter> filters, ReplyEncoder encoder) {
        this.decoder = decoder;
        this.encoder = encoder;
        this.entry = through(filters);
    }

    /** The way through the filters, from behind. */
    private Consumer<ReplyEvent> through(List<ReplyFilter> filters) {
        Consumer<ReplyEvent> next = this::pass;
        for (var filter : filters.reversed()) {
            var behind = next;
            next = event -> filter.pass(event, behind);
        }
        return next;
    }

    @Override
    public byte[] read(byte[] chunk) {
        out.reset();
        decoder.read(chunk, entry);
        return out.toByteArray();
    }

    @Override
    public byte[] end() {
        out.reset();
        decoder.end(entry);
        return out.toByteArray();
    }

    /** A document has begun when it is whole: until then nothing of it is written. */
    @Override
    public boolean meaningful() {
        return stopped || (content && encoder.streams());
    }

    @Override
    public @Nullable Problem firstEventError(Target target) {
        if (meaningful()) {
            return null;
        }
        return empty
                ? Problem.of(
                        ProblemCode.PROVIDER_FAILED,
                        target + " answered with nothing. Try again, or choose another model.")
                : failure;
    }

    /** Always, in a stream: only whole events are written. */
    @Override
    public boolean betweenEvents() {
        return encoder.streams();
    }

    @Override
    public boolean complete() {
        return decoder.finished();
    }

    @Override
    public boolean failedInStream() {
        return failure != null && meaningful();
    }

    @Override
    public Usage usage() {
        return decoder.usage();
    }

    @Override
    public @Nullable String stopReason() {
        return stopReason;
    }

    private void pass(ReplyEvent event) {
        switch (event) {
            case ReplyEvent.Started started -> {
                beginning = started;
                return;
            }
            case ReplyEvent.BlockStarted started -> content = true;
            case ReplyEvent.Stopped stop -> {
                stopReason = stop.reason();
                empty = !content && stop.isOfItself();
                stopped = !empty;
            }
            case ReplyEvent.Failed(var problem) -> failure = problem;
            case ReplyEvent.TextDelta delta -> {}
            case ReplyEvent.ThinkingDelta delta -> {}
            case ReplyEvent.SignatureDelta delta -> {}
            case ReplyEvent.CarriedDelta delta -> {}
            case ReplyEvent.InputDelta delta -> {}
            case ReplyEvent.BlockStopped stop -> {}
        }
        if (!empty && (failure == null || meaningful())) {
            write(event);
        }
    }

    private void write(ReplyEvent event) {
        if (beginning != null) {
            encoder.write(beginning, out);
            beginning = null;
        }
        encoder.write(event, out);
    }
}
