package dev.turnout.protocol.sse;

/**
 * One event, for as long as it is being handed over: the bytes are overwritten later.
 *
 * @param name from its {@code event} line; empty without one
 * @param bytes holds the data, lines joined by a line feed
 * @param offset of the data
 * @param length of the data, in bytes
 * @param whole whether this is all of the data, or so much of it as was to be kept
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared or kept
public record SseEvent(String name, byte[] bytes, int offset, int length, boolean whole) {}
