package dev.turnout.fakeprovider;

/** One result of a search, as an engine behind SearXNG found it. */
public record Hit(String title, String url, String content) {}
