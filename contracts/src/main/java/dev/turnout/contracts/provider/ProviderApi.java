package dev.turnout.contracts.provider;

import java.util.concurrent.Flow;

/**
 * One attempt at one target. A plain interface rather than a JAX-RS one: bodies pass as they are,
 * and a caller that leaves is felt by the provider.
 */
public interface ProviderApi {

    /** Where the data hop listens when the adapter is a process of its own. */
    String PATH = "/internal/provider/call";

    /**
     * Starts the attempt once the one subscriber has come, and delivers frames as it asks for them,
     * on the event loop that subscribed. Cancelling the subscription closes the connection to the
     * provider. Expected failures come as {@link ReplyFrame.Failure}; {@code onError} is a fault of
     * ours.
     *
     * @param call all but the body
     * @param body as the client sent it, decompressed; not to be changed by anyone
     */
    Flow.Publisher<ReplyFrame> call(ProviderCall call, byte[] body);
}
