package dev.turnout.contracts.provider;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a provider's reply: either {@link Head}, any {@link Bytes}, {@link End}; or, in place
 * of what is still missing of that, {@link Failure}. A reply without {@link End} or {@link Failure}
 * has failed.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "frame")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReplyFrame.Head.class, name = "head"),
    @JsonSubTypes.Type(value = ReplyFrame.Bytes.class, name = "bytes"),
    @JsonSubTypes.Type(value = ReplyFrame.End.class, name = "end"),
    @JsonSubTypes.Type(value = ReplyFrame.Failure.class, name = "failure")
})
public sealed interface ReplyFrame {

    /**
     * The answer begins. Of a stream this comes with its first meaningful event and not before, so
     * until then another target can be tried.
     *
     * @param status 200, or a final refusal (4xx) whose body follows as the client should see it
     * @param headers end-to-end headers for the client, {@code content-type} among them
     */
    record Head(int status, List<Header> headers) implements ReplyFrame {
        public Head {
            headers = List.copyOf(headers);
        }
    }

    /**
     * Bytes of the body in the client's dialect.
     *
     * @param payload not to be changed by anyone
     * @param betweenEvents whether the body, up to and with these bytes, ends between two events,
     *     so that something may be put in here
     */
    @SuppressWarnings("ArrayRecordComponent") // relayed as they came; nobody compares frames
    record Bytes(byte[] payload, boolean betweenEvents) implements ReplyFrame {}

    /**
     * The answer is whole.
     *
     * @param usage what it cost
     * @param stopReason in Anthropic's words, where one was given; a stream without one ended in an
     *     error event of the provider's own, which has been relayed
     * @param providerRequestId the provider's own id of the request, for its support
     */
    record End(Usage usage, @Nullable String stopReason, @Nullable String providerRequestId)
            implements ReplyFrame {}

    /**
     * The attempt failed; before a {@link Head} another target may be tried.
     *
     * @param usage what the provider had told of it until then
     */
    record Failure(Problem problem, Usage usage) implements ReplyFrame {

        /** A failure that cost nothing, as far as anybody knows. */
        public Failure(Problem problem) {
            this(problem, Usage.NONE);
        }
    }
}
