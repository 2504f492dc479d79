package dev.turnout.fakeprovider;

/** One HTTP header field, as it stood on the wire. */
public record Header(String name, String value) {}
