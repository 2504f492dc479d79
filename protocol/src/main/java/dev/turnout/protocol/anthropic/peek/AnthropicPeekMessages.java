package dev.turnout.protocol.anthropic.peek;

import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.peek.RoutingTags;
import dev.turnout.protocol.peek.TokenEstimate;

/**
 * What the messages of a request tell together: the first user's, the last user's, the thinking.
 */
final class AnthropicPeekMessages {

    private final AnthropicRefusable refusable;
    private final RoutingTags tags = new RoutingTags();
    private final AnthropicPeekCuts sealed = new AnthropicPeekCuts();
    private final AnthropicPeekCuts unsigned = new AnthropicPeekCuts();
    private boolean userSeen;
    private boolean image;
    private boolean compaction;
    private boolean sideQuestion;

    /**
     * @param refusable is told of what some providers refuse
     */
    AnthropicPeekMessages(AnthropicRefusable refusable) {
        this.refusable = refusable;
    }

    /** Reads the array on which the scan stands; a problem where it is none or empty. */
    void read(JsonScan scan, byte[] body, TokenEstimate size) {
        if (!scan.enterArray()) {
            throw AnthropicPeek.invalid(
                    "messages: Input should be an array, not " + scan.kind() + ".");
        }
        int count = 0;
        while (scan.nextElement()) {
            int start = scan.start();
            var message = new AnthropicPeekMessage(body, size, refusable, !userSeen);
            message.read(scan, count++);
            add(message, start, scan.end());
        }
        if (count == 0) {
            throw AnthropicPeek.invalid(
                    "messages: at least one message is required. "
                            + "Send for example {\"role\": \"user\", \"content\": \"Hello\"}.");
        }
    }

    /** Found in the first user's message. */
    RoutingTags tags() {
        return tags;
    }

    /** An image stands in the last user's message. */
    boolean image() {
        return image;
    }

    /** The last user's message orders a summary of the conversation. */
    boolean compaction() {
        return compaction;
    }

    /** The last user's message is an aside that the main conversation is not to see. */
    boolean sideQuestion() {
        return sideQuestion;
    }

    /** Thinking that we have sealed. */
    AnthropicPeekCuts sealedThinking() {
        return sealed;
    }

    /** Thinking that nobody has signed, or we have sealed. */
    AnthropicPeekCuts unsignedThinking() {
        return unsigned;
    }

    private void add(AnthropicPeekMessage message, int start, int end) {
        if (message.isUser()) {
            if (!userSeen) {
                tags.addAll(message.tags());
            }
            userSeen = true;
            image = message.image();
            compaction = message.compaction();
            sideQuestion = message.sideQuestion();
        }
        boolean assistant = message.isAssistant();
        sealed.add(assistant ? message.blocks().sealed() : null, start, end);
        unsigned.add(assistant ? message.blocks().unsigned() : null, start, end);
    }
}
