/** JSON Schemas as far as the Gemini API takes them. */
@NullMarked
package dev.turnout.protocol.gemini.schema;

import org.jspecify.annotations.NullMarked;
