/** Clients of the gateway: what they send, what they see, and steady load. */
@NullMarked
package dev.turnout.acceptance.client;

import org.jspecify.annotations.NullMarked;
