@NullMarked
package dev.turnout.protocol.call;

import org.jspecify.annotations.NullMarked;
