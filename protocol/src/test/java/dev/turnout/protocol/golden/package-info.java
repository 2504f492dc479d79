/** Translation compared with what the files below {@code golden} expect. */
@NullMarked
package dev.turnout.protocol.golden;

import org.jspecify.annotations.NullMarked;
