/** What several parts of the Gemini dialect know of its wire: signatures, ends, usage. */
@NullMarked
package dev.turnout.protocol.gemini.wire;

import org.jspecify.annotations.NullMarked;
