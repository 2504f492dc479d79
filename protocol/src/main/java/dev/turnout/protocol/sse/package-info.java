/** Server-sent events out of bytes in any chunking. */
@NullMarked
package dev.turnout.protocol.sse;

import org.jspecify.annotations.NullMarked;
