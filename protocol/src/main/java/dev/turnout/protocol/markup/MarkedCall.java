package dev.turnout.protocol.markup;

/**
 * A call that was found in a text.
 *
 * @param name as the model wrote it
 * @param input a JSON object as text
 */
record MarkedCall(String name, String input) {}
