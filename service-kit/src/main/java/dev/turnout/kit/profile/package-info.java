/**
 * What is known of kinds of providers, as data: URL, dialect, way of authenticating. Plain Java, so
 * that the command line reads it too.
 */
@NullMarked
package dev.turnout.kit.profile;

import org.jspecify.annotations.NullMarked;
