/** Who is calling: client keys, and the laptop without any. */
@NullMarked
package dev.turnout.gateway.authentication;

import org.jspecify.annotations.NullMarked;
