/** The contract of the decision which targets answer a request, in what order and why. */
@NullMarked
package dev.turnout.contracts.routing;

import org.jspecify.annotations.NullMarked;
