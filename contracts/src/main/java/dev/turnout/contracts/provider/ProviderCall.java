package dev.turnout.contracts.provider;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Target;
import java.util.List;

/**
 * Everything about one attempt but the body.
 *
 * @param context who asks, until when
 * @param revision of the configuration that planned it: the provider is looked up there
 * @param target which model of which provider
 * @param last whether no other target is tried if this one fails
 * @param dialect of the body, and of the reply that is wanted
 * @param operation what is asked
 * @param stream whether the client asked for a stream
 * @param query the client's query string, without the question mark; may be empty
 * @param headers the client's end-to-end headers; no credential, no {@code x-turnout-*} among them
 * @param estimatedTokens of the whole prompt by its bytes, for what has to be said before anybody
 *     has counted; what is known of the target is still to be set against it
 * @param outline where in the body edits may be made
 */
public record ProviderCall(
        CallContext context,
        long revision,
        Target target,
        boolean last,
        Dialect dialect,
        Operation operation,
        boolean stream,
        String query,
        List<Header> headers,
        long estimatedTokens,
        Outline outline) {

    public ProviderCall {
        headers = List.copyOf(headers);
    }

    /** The same call with another estimate of the prompt. */
    public ProviderCall estimatedAt(long tokens) {
        return new ProviderCall(
                context, revision, target, last, dialect, operation, stream, query, headers, tokens,
                outline);
    }
}
