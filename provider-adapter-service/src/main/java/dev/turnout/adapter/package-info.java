/** One attempt at one target: profiles, credentials, translation, relaying. */
@NullMarked
package dev.turnout.adapter;

import org.jspecify.annotations.NullMarked;
