package dev.turnout.adapter.attempt;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.dialect.ReplyReader;
import dev.turnout.protocol.failure.FailedAnswer;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a final refusal to the client as it is; but one that says in words which clients do not
 * know that the prompt is too long is said in theirs, so that they make it shorter.
 */
final class FinalRefusal implements ReplyReader {

    private static final byte[] NOTHING = {};

    /** In bytes; a refusal that is longer is not looked at. */
    private static final int LONGEST = 64 << 10;

    private final ProviderCall call;
    private final int status;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean tooLong;
    private boolean ended;

    FinalRefusal(ProviderCall call, int status) {
        this.call = call;
        this.status = status;
    }

    @Override
    public byte[] read(byte[] chunk) {
        if (tooLong) {
            return chunk;
        }
        held.writeBytes(chunk);
        tooLong = held.size() > LONGEST;
        return tooLong ? held.toByteArray() : NOTHING;
    }

    @Override
    public byte[] end() {
        if (ended || tooLong) {
            ended = true;
            return NOTHING;
        }
        ended = true;
        var body = held.toByteArray();
        return FailedAnswer.unknownWords(call.target(), status, body, call.estimatedTokens())
                .map(this::worded)
                .orElse(body);
    }

    private byte[] worded(Problem problem) {
        return Dialects.client(call.dialect()).errorBody(problem, call.context().requestId());
    }

    @Override
    public boolean meaningful() {
        return true;
    }

    @Override
    public @Nullable Problem firstEventError(Target target) {
        return null;
    }

    @Override
    public boolean betweenEvents() {
        return false;
    }

    @Override
    public boolean complete() {
        return ended;
    }

    @Override
    public boolean failedInStream() {
        return false;
    }

    @Override
    public Usage usage() {
        return Usage.NONE;
    }

    @Override
    public @Nullable String stopReason() {
        return null;
    }
}
