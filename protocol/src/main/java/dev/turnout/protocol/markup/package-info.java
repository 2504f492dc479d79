/**
 * What stands in an answer's text in the marks of a model's template, where its server should have
 * read them: calls of tools, and thinking.
 */
@NullMarked
package dev.turnout.protocol.markup;

import org.jspecify.annotations.NullMarked;
