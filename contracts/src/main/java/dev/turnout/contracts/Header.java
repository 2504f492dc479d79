package dev.turnout.contracts;

/** One HTTP header field; names are compared without regard to case. */
public record Header(String name, String value) {}
