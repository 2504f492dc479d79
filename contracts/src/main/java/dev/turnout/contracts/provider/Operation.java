package dev.turnout.contracts.provider;

/** What is asked of a provider. */
public enum Operation {
    /** An answer of the model. */
    GENERATE,
    /** Only the number of tokens of the prompt. */
    COUNT_TOKENS,
    /** Vectors of texts. */
    EMBED
}
