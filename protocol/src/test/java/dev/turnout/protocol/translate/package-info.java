@NullMarked
package dev.turnout.protocol.translate;

import org.jspecify.annotations.NullMarked;
