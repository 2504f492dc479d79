package dev.turnout.fakeprovider;

/**
 * Decides how a model answers, in the format of Anthropic, OpenAI or Google by the path of the
 * request; called on an event loop.
 */
@FunctionalInterface
public interface Script {

    Answer answer(ReceivedRequest request);
}
