/**
 * What a translation is made with: the events that replies of all dialects share, who reads and who
 * writes them, and for whom a request is written.
 */
@NullMarked
package dev.turnout.protocol.translate;

import org.jspecify.annotations.NullMarked;
