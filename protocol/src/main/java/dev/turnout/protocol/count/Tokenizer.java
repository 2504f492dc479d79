package dev.turnout.protocol.count;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/**
 * OpenAI's {@code o200k_base}, in time that grows with the text's length only.
 *
 * <p>The encoding merges pairs within a word, so its cost grows faster than a word's length: a
 * letter repeated 200,000 times takes ten times as long as code of that size. Words, blanks and
 * rows of signs beyond all nature are therefore counted by their beginning.
 */
final class Tokenizer {

    /** Characters of one word; the longest of natural languages and of code are shorter. */
    private static final int LONGEST_RUN = 256;

    private Tokenizer() {}

    /** Loads the vocabulary, which takes some 0.2 s and 30 MB, on first use. */
    private static final class Loaded {
        private static final Encoding O200K =
                Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }

    /** What the text counts; what looks like a control token in it is text. */
    static long count(String text) {
        long tokens = 0;
        int from = 0;
        int run = 0;
        for (int at = 1; at <= text.length(); at++) {
            if (at < text.length() && kind(text.charAt(at)) == kind(text.charAt(run))) {
                continue;
            }
            int excess = at - run - LONGEST_RUN;
            if (excess > 0) {
                int cut = run + LONGEST_RUN;
                tokens += encoded(text, from, cut) + encoded(text, run, cut) * excess / LONGEST_RUN;
                from = at;
            }
            run = at;
        }
        return tokens + encoded(text, from, text.length());
    }

    private static long encoded(String text, int from, int to) {
        return from == to ? 0 : Loaded.O200K.countTokensOrdinary(text.substring(from, to));
    }

    /** Characters of one kind may be merged into one word. */
    private static int kind(char c) {
        if (Character.isWhitespace(c)) {
            return 0;
        }
        return Character.isLetter(c) || Character.isSurrogate(c) ? 1 : Character.isDigit(c) ? 2 : 3;
    }
}
