/** The configuration file, checked before anything starts with it. */
@NullMarked
package dev.turnout.cli.document;

import org.jspecify.annotations.NullMarked;
