/** The push: each watcher is told the newest revision and the newest keys, never less. */
@NullMarked
package dev.turnout.config.feed;

import org.jspecify.annotations.NullMarked;
