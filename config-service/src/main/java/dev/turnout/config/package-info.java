/** The control plane: documents in, revisions out, keys, and who runs what. */
@NullMarked
package dev.turnout.config;

import org.jspecify.annotations.NullMarked;
