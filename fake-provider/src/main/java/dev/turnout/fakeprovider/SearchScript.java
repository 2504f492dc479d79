package dev.turnout.fakeprovider;

/**
 * Decides how a search is answered: with {@link SearchPage#of}, or with a fault. Called on an event
 * loop, for requests that ask for JSON.
 */
@FunctionalInterface
public interface SearchScript {

    Answer.Fixed answer(ReceivedRequest request);
}
