@NullMarked
package dev.turnout.protocol.reasoning;

import org.jspecify.annotations.NullMarked;
