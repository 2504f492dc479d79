/** Tests of what becomes of schemas. */
@NullMarked
package dev.turnout.protocol.gemini.schema;

import org.jspecify.annotations.NullMarked;
