/** The front door: client endpoints, authentication, admission, dispatch and failover. */
@NullMarked
package dev.turnout.gateway;

import org.jspecify.annotations.NullMarked;
