package dev.turnout.protocol;

import dev.turnout.protocol.reasoning.ReasoningSeal;

/** The seal that tests use. */
public final class Seals {

    public static final ReasoningSeal SEAL = new ReasoningSeal();

    private Seals() {}
}
