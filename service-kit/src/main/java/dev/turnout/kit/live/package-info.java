/** The configuration as this process serves from it: fed by the control plane, kept on disk. */
@NullMarked
package dev.turnout.kit.live;

import org.jspecify.annotations.NullMarked;
