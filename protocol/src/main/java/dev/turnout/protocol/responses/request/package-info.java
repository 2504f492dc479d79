/** Responses requests, read and written. */
@NullMarked
package dev.turnout.protocol.responses.request;

import org.jspecify.annotations.NullMarked;
