/** A scripted upstream for tests and measurements. */
@NullMarked
package dev.turnout.fakeprovider;

import org.jspecify.annotations.NullMarked;
