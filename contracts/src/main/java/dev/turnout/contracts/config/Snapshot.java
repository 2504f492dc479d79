package dev.turnout.contracts.config;

import java.time.Instant;

/**
 * The whole validated configuration at one revision.
 *
 * @param revision counts accepted documents, from 1
 * @param acceptedAt when it was accepted
 */
public record Snapshot(long revision, Instant acceptedAt, Config config) {}
