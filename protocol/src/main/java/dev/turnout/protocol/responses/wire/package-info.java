/** What the parts of the Responses dialect share: errors, events, usage. */
@NullMarked
package dev.turnout.protocol.responses.wire;

import org.jspecify.annotations.NullMarked;
