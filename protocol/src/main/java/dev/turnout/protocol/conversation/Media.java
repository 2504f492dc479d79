package dev.turnout.protocol.conversation;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;

/** Where the bytes of an image or document are. */
public sealed interface Media {

    /**
     * In the request itself.
     *
     * @param type its media type, for example {@code image/png}
     * @param data in base64
     */
    record Inline(String type, String data) implements Media {}

    /** At an address that the provider fetches. */
    record Remote(String url) implements Media {}

    /** A document that is plain text. */
    record Plain(String text) implements Media {}

    /** Among the files that the provider keeps. */
    record Kept(String fileId) implements Media {}

    /** Says that another provider keeps a file, as a {@code TARGET_UNUSABLE} problem. */
    static ProblemException keptElsewhere() {
        return Problem.of(
                        ProblemCode.TARGET_UNUSABLE,
                        "The conversation holds a file that is kept by another provider. Send the"
                                + " bytes instead, or use a route to that provider.")
                .asException();
    }
}
