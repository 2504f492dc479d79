package dev.turnout.protocol.translate;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.provider.Usage;
import java.util.function.Consumer;

/** Reads an answer that is one JSON document, of any dialect, once it is whole. */
public final class DocumentDecoding implements ReplyDecoder {

    private final KeptBody body = new KeptBody();
    private final ReadAnswer answer;

    public DocumentDecoding(ReadAnswer answer) {
        this.answer = answer;
    }

    @Override
    public void read(byte[] chunk, Consumer<ReplyEvent> events) {
        body.add(chunk);
    }

    @Override
    public void end(Consumer<ReplyEvent> events) {
        answer.teller().tell(events);
        if (body.tooLong()) {
            answer.teller().fail(ProblemCode.PROVIDER_FAILED, "answered beyond all measure.");
            return;
        }
        try {
            answer.document(body.bytes());
        } catch (ProblemException cutOrNotJson) {
            // Then it has no end, as a stream that was cut has none.
        }
    }

    @Override
    public boolean finished() {
        return answer.finished();
    }

    @Override
    public Usage usage() {
        return answer.teller().usage();
    }
}
