package dev.turnout.fakeprovider.grammar;

/** One event of a stream; {@code name} is empty where the stream gave none. */
record SseEvent(String name, String data) {}
