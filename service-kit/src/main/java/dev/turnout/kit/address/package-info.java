/** Where addresses lead, told without asking anyone; plain Java. */
@NullMarked
package dev.turnout.kit.address;

import org.jspecify.annotations.NullMarked;
