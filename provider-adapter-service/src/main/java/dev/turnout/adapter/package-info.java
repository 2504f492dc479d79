/**
 * One attempt at one target, for whoever calls {@code ProviderApi}: {@code call} takes the call and
 * finds its {@code provider}; {@code upstream} opens the request there, with its {@code
 * credential}; {@code attempt} reads the reply; {@code demo} answers where nothing is configured.
 */
@NullMarked
package dev.turnout.adapter;

import org.jspecify.annotations.NullMarked;
