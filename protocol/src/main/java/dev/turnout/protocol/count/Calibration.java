package dev.turnout.protocol.count;

import dev.turnout.contracts.provider.Usage;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How far estimates of prompts are off, by name, learned from the usage that comes back: a moving
 * average of real tokens for each that was estimated.
 *
 * <p>Each process learns for itself and forgets when it stops. That is enough: some five answers
 * tell nearly all there is to know of a name, each process sees that many within its first minutes,
 * and what is not known yet is estimated as well as without. A store that all share would be one
 * more thing on the way of every request that can fail.
 *
 * <p>Bounded, and used by many threads.
 */
public final class Calibration {

    /** Names that are remembered; clients may make them up. The least used goes first. */
    private static final int MOST_NAMES = 1_000;

    /** Estimated tokens of a prompt that teaches: smaller ones are mostly what a vendor adds. */
    private static final long LEAST_TO_LEARN = 1_000;

    /** Beyond these something else is wrong: a prompt that was cut, a usage that is not one. */
    private static final double LEAST_RATIO = 0.25;

    private static final double MOST_RATIO = 4;

    /** How far from what is known one answer is believed, either way. */
    private static final double BELIEVED = 2;

    /** What an answer weighs at least, so that about the last twenty count. */
    private static final double LEAST_WEIGHT = 0.1;

    private final Map<String, Learned> names =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Learned> eldest) {
                    return size() > MOST_NAMES;
                }
            };

    /**
     * @param ratio real tokens for each estimated
     * @param answers that it was learned from
     */
    private record Learned(double ratio, int answers) {

        private static final Learned NOTHING = new Learned(1, 0);

        /** The estimate itself counts as the first answer. */
        Learned and(double heard) {
            double believed = Math.clamp(heard, ratio / BELIEVED, ratio * BELIEVED);
            double weight = Math.max(LEAST_WEIGHT, 1.0 / (answers + 2));
            double next = ratio + weight * (believed - ratio);
            return new Learned(Math.clamp(next, LEAST_RATIO, MOST_RATIO), answers + 1);
        }
    }

    /** The estimate, in tokens, as what is known of the name corrects it; case does not matter. */
    public synchronized long calibrated(String name, long estimate) {
        return Math.round(estimate * names.getOrDefault(key(name), Learned.NOTHING).ratio());
    }

    /**
     * Takes note of what a prompt really had. A usage that nobody reported says nothing, nor does
     * one of a small prompt.
     *
     * @param estimate of the prompt in tokens, not calibrated
     */
    public synchronized void learn(String name, long estimate, Usage usage) {
        if (usage.reported() && usage.prompt() > 0 && estimate >= LEAST_TO_LEARN) {
            double heard = (double) usage.prompt() / estimate;
            names.compute(
                    key(name),
                    (key, known) -> (known == null ? Learned.NOTHING : known).and(heard));
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
