/** What every service of Turnout needs beside its own job; one package per need. */
@NullMarked
package dev.turnout.kit;

import org.jspecify.annotations.NullMarked;
