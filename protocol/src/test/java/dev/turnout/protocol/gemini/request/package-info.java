/** Tests of requests as they are written. */
@NullMarked
package dev.turnout.protocol.gemini.request;

import org.jspecify.annotations.NullMarked;
