/**
 * What a client may rely on in a stream, checked on its bytes. Shares no code with the suite, so
 * that a fault cannot hide in both.
 */
@NullMarked
package dev.turnout.fakeprovider.grammar;

import org.jspecify.annotations.NullMarked;
