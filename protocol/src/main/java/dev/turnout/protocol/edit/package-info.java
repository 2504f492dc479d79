/** Changes to a received body, kept beside the bytes until they are written out. */
@NullMarked
package dev.turnout.protocol.edit;

import org.jspecify.annotations.NullMarked;
