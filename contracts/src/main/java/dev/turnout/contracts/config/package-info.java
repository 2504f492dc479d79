/**
 * The contract of the configuration document, its revisions and the feeds that push them, and the
 * client keys.
 */
@NullMarked
package dev.turnout.contracts.config;

import org.jspecify.annotations.NullMarked;
