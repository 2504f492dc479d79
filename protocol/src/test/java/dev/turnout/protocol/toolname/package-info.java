@NullMarked
package dev.turnout.protocol.toolname;

import org.jspecify.annotations.NullMarked;
