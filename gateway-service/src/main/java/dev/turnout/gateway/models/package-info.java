/** Which models there are for a client to choose from, in the shape that it reads. */
@NullMarked
package dev.turnout.gateway.models;

import org.jspecify.annotations.NullMarked;
