/** Client keys: made here, shown once, and kept only as hashes. */
@NullMarked
package dev.turnout.cli.keys;

import org.jspecify.annotations.NullMarked;
