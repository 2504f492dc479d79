/** What a provider's failed answer means, in whatever shape it came. */
@NullMarked
package dev.turnout.protocol.failure;

import org.jspecify.annotations.NullMarked;
