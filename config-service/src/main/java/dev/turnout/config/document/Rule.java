package dev.turnout.config.document;

/** One thing that a document must mean to be of use, beside having the right form. */
interface Rule {

    /** Adds what it finds; copes with whatever form the document has. */
    void check(Draft draft, Deployment deployment, Findings findings);
}
