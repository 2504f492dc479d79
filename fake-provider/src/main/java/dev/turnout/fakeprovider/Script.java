package dev.turnout.fakeprovider;

/** Decides how a request to {@code /v1/messages} is answered; called on an event loop. */
@FunctionalInterface
public interface Script {

    Answer answer(ReceivedRequest request);
}
