/** Reaching a callee that runs in another process. */
@NullMarked
package dev.turnout.kit.remote;

import org.jspecify.annotations.NullMarked;
