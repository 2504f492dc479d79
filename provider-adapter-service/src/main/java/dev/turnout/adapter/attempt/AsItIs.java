package dev.turnout.adapter.attempt;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.dialect.ReplyReader;
import org.jspecify.annotations.Nullable;

/** Looks at nothing: for a count, which passes as it is and costs nothing. */
final class AsItIs implements ReplyReader {

    private static final byte[] NOTHING = {};

    private boolean ended;

    @Override
    public byte[] read(byte[] chunk) {
        return chunk;
    }

    @Override
    public byte[] end() {
        ended = true;
        return NOTHING;
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
