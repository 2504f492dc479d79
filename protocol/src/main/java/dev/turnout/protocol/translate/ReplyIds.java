package dev.turnout.protocol.translate;

import dev.turnout.protocol.conversation.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * Ids within an answer: the provider's own where every client and provider takes it back, else one
 * that is made from the request's id and the place, so that equal answers are equal.
 */
public final class ReplyIds {

    private static final int LONGEST = 64;
    private static final int MADE_LENGTH = 24;

    private ReplyIds() {}

    /**
     * Id of the answer.
     *
     * @param given by the provider
     * @param prefix of one that is made: {@code msg_}, {@code chatcmpl-}
     */
    public static String answer(@Nullable String given, String prefix, AnswerContext context) {
        return given != null && isUsual(given) ? given : prefix + made(context, "message", 0);
    }

    /**
     * Id of a tool call.
     *
     * @param given by the provider; empty without one, or where an earlier call has it
     * @param position of the call in the answer, from 0
     */
    public static String tool(String given, int position, AnswerContext context) {
        return isUsual(given) ? given : "toolu_" + made(context, "tool", position);
    }

    /**
     * Id of a tool that the provider ran, where it gives none.
     *
     * @param position of the tool in the answer, from 0
     */
    public static String serverTool(int position, AnswerContext context) {
        return "srvtoolu_" + made(context, "server", position);
    }

    /**
     * Id of an item of an answer, where the client's dialect gives its items ids.
     *
     * @param prefix that tells its kind: {@code msg_}, {@code rs_}
     * @param position of the item in the answer, from 0
     */
    public static String item(String prefix, int position, AnswerContext context) {
        return prefix + made(context, "item", position);
    }

    /**
     * Id of a tool call that the provider took for text.
     *
     * @param position among those of the answer, from 0
     */
    public static String lifted(int position, AnswerContext context) {
        return "toolu_" + made(context, "lifted", position);
    }

    /** Anthropic refuses others in a history: {@code ^[a-zA-Z0-9_-]+$}; OpenAI, longer ones. */
    private static boolean isUsual(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean usual =
                    (c >= 'a' && c <= 'z')
                            || (c >= 'A' && c <= 'Z')
                            || (c >= '0' && c <= '9')
                            || c == '_'
                            || c == '-';
            if (!usual) {
                return false;
            }
        }
        return !id.isEmpty() && id.length() <= LONGEST;
    }

    private static String made(AnswerContext context, String kind, int position) {
        var place = context.requestId() + "/" + kind + "/" + position;
        return Fingerprint.of(place).substring(0, MADE_LENGTH);
    }
}
