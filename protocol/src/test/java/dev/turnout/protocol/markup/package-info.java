@NullMarked
package dev.turnout.protocol.markup;

import org.jspecify.annotations.NullMarked;
