/** The data hop: a reply as a stream of frames, in one JVM and between two. */
@NullMarked
package dev.turnout.kit.reply;

import org.jspecify.annotations.NullMarked;
