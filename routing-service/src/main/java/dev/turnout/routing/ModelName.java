package dev.turnout.routing;

import dev.turnout.contracts.Target;

/** What a model name, as a client wrote it, means under one configuration. */
sealed interface ModelName {

    /** The model without a provider: what a {@code *} in a target stands for. */
    String model();

    /**
     * It names one target.
     *
     * @param words the target, and the alias if it was one, for use in a sentence
     */
    record Exact(Target target, String words) implements ModelName {
        @Override
        public String model() {
            return target.model();
        }
    }

    /** It names no provider, so the rules decide. */
    record Open(String model) implements ModelName {}

    /**
     * It names a provider in vain.
     *
     * @param why what is wrong with it
     * @param remedy what to do about it
     */
    record Unserved(String model, String why, String remedy) implements ModelName {}

    /**
     * Whether a name can be one at all, and so be told in headers and logs: up to 256 characters,
     * none of them a control character or half a surrogate pair.
     */
    static boolean plausible(String written) {
        return written.length() <= 256
                && written.codePoints()
                        .noneMatch(
                                c ->
                                        Character.isISOControl(c)
                                                || Character.getType(c) == Character.SURROGATE);
    }
}
