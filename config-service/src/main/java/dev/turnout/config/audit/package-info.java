/** Who did what to the control plane, and when; kept in the database where there is one. */
@NullMarked
package dev.turnout.config.audit;

import org.jspecify.annotations.NullMarked;
