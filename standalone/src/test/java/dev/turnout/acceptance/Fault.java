package dev.turnout.acceptance;

import java.net.URI;
import java.util.Locale;

/**
 * The ways in which a first target fails. Each has a route of its own, with a target that no other
 * one has, so that what Turnout learns of a bad target in one scenario tells nothing in the next.
 */
enum Fault {
    CONNECTION_REFUSED("closed/claude-x"),
    CONNECTION_RESET("vendor/fake-cut-0"),
    STATUS_408("vendor/fake-status-408"),
    STATUS_409("vendor/fake-status-409"),
    STATUS_429("vendor/fake-status-429"),
    STATUS_500("vendor/fake-status-500"),
    STATUS_503("vendor/fake-status-503"),
    STATUS_529("vendor/fake-status-529"),
    FIRST_EVENT_IS_AN_ERROR("vendor/fake-first-event-error"),
    /** Final: no other target is tried. */
    STATUS_400("vendor/fake-status-400"),
    /** After content: no other target is tried. */
    RESET_AFTER_CONTENT("vendor/fake-cut-6"),
    END_AFTER_CONTENT("vendor/fake-end-6"),
    /** Only when patience ends. */
    HANGS("vendor/fake-hang"),
    HANGS_BEHIND_THE_HEAD("vendor/fake-stall-0"),
    SILENT_AFTER_CONTENT("vendor/fake-stall-6");

    /** An address where nobody listens: systems give this port to no program that asks for any. */
    static final URI CLOSED = URI.create("http://127.0.0.1:1");

    private final String target;

    Fault(String target) {
        this.target = target;
    }

    /** The type of sub-agent whose route has the failing target first. */
    String route() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The target that fails. */
    String target() {
        return target;
    }

    /** The target behind it, which works. */
    String rescue() {
        return "other/" + rescueModel();
    }

    String rescueModel() {
        return "claude-behind-" + route();
    }
}
