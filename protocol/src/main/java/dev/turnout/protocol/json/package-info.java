/**
 * JSON read as it stands in the bytes: tokens and offsets, never a tree. Jackson is known here
 * only.
 */
@NullMarked
package dev.turnout.protocol.json;

import org.jspecify.annotations.NullMarked;
