/**
 * Names of tools toward a provider that takes fewer than the client gave, and back from a model
 * that calls them in other words.
 */
@NullMarked
package dev.turnout.protocol.toolname;

import org.jspecify.annotations.NullMarked;
