/** What a provider's failed answer means, in whatever shape it came. */
@NullMarked
package dev.turnout.protocol.answer;

import org.jspecify.annotations.NullMarked;
