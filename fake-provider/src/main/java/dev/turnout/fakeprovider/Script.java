package dev.turnout.fakeprovider;

/**
 * Decides how a model answers, in Anthropic's format or in OpenAI's by the path of the request;
 * called on an event loop.
 */
@FunctionalInterface
public interface Script {

    Answer answer(ReceivedRequest request);
}
