/**
 * A scripted upstream for tests and measurements: it speaks Anthropic Messages, OpenAI's chat
 * completions and Responses, Gemini and SearXNG's search as vendors do, fails in the ways vendors
 * fail, and remembers what it was sent. Each {@link dev.turnout.fakeprovider.Dialect} has a {@code
 * Wire} and {@code Errors}.
 */
@NullMarked
package dev.turnout.fakeprovider;

import org.jspecify.annotations.NullMarked;
