/** What became of each request. */
@NullMarked
package dev.turnout.gateway.ledger;

import org.jspecify.annotations.NullMarked;
