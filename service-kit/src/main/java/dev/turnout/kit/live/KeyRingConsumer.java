package dev.turnout.kit.live;

import dev.turnout.contracts.config.KeyRing;

/** A bean of this type is told of every change of the client keys. */
public interface KeyRingConsumer {

    void accept(KeyRing keys);
}
