/**
 * The roles that each dialect fills for the services, and how two dialects come together in one
 * reply.
 */
@NullMarked
package dev.turnout.protocol.dialect;

import org.jspecify.annotations.NullMarked;
