package dev.turnout.protocol.count;

/** A part of a prompt that stays the same for many turns, and is counted once for all of them. */
public enum CachedPart {
    SYSTEM,
    TOOLS
}
