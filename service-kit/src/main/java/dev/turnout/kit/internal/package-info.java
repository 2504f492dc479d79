/** The door between services: who may call a path under {@code /internal/}. */
@NullMarked
package dev.turnout.kit.internal;

import org.jspecify.annotations.NullMarked;
