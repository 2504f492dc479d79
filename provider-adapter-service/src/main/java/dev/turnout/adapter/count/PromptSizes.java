package dev.turnout.adapter.count;

import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.count.Calibration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What the prompts of each target really measure, learned from the usage that comes back: it
 * corrects the gateway's estimate by bytes, which clients are told at the start of an answer, and
 * our own counts, which they get where no provider counts.
 */
public final class PromptSizes {

    /** A count takes tens of milliseconds: so seldom it is next to nothing. */
    private static final long NANOS_BETWEEN_COUNTS = 30_000_000_000L;

    private static final int MOST_COUNTED = 1_000;

    private final TokenCounts counts;
    private final LongSupplier nanos;
    private final Calibration estimates = new Calibration();
    private final Calibration ownCounts = new Calibration();

    /** Targets that we count for, and when next a prompt is counted to learn from it. */
    private final Map<String, Long> counted = new ConcurrentHashMap<>();

    /** Of targets of which nothing is known. */
    public PromptSizes(TokenCounts counts) {
        this(counts, System::nanoTime);
    }

    PromptSizes(TokenCounts counts, LongSupplier nanos) {
        this.counts = counts;
        this.nanos = nanos;
    }

    /** The call with an estimate as this target's answers have corrected it. */
    public ProviderCall calibrated(ProviderCall call, String model) {
        return call.estimatedAt(estimates.calibrated(name(call, model), call.estimatedTokens()));
    }

    /** A count of ours, as this target's answers have corrected it. */
    long calibrated(ProviderCall call, String model, long ownCount) {
        var name = name(call, model);
        if (counted.size() < MOST_COUNTED) {
            counted.putIfAbsent(name, nanos.getAsLong());
        }
        return ownCounts.calibrated(name, ownCount);
    }

    /**
     * A prompt goes to a model: from what is told here of its usage is learned. Of a target that we
     * have counted for, a prompt is counted now and then.
     *
     * @param call as the gateway sent it
     * @param model the provider's own name of it
     */
    public Consumer<Usage> asked(ProviderCall call, String model, byte[] body) {
        var name = name(call, model);
        Consumer<Usage> estimated = usage -> estimates.learn(name, call.estimatedTokens(), usage);
        if (!isTimeToCount(name)) {
            return estimated;
        }
        var count = counts.count(new Prompt(call.dialect(), model, body));
        return estimated.andThen(
                usage ->
                        count.onSuccess(
                                tokens ->
                                        tokens.ifPresent(
                                                own -> ownCounts.learn(name, own, usage))));
    }

    private boolean isTimeToCount(String name) {
        var next = counted.get(name);
        long now = nanos.getAsLong();
        return next != null
                && now - next >= 0
                && counted.replace(name, next, now + NANOS_BETWEEN_COUNTS);
    }

    private static String name(ProviderCall call, String model) {
        return call.target().provider() + "/" + model;
    }
}
