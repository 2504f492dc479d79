/** The roles that each dialect fills for the services. */
@NullMarked
package dev.turnout.protocol.dialect;

import org.jspecify.annotations.NullMarked;
