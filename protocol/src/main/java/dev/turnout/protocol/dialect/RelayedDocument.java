package dev.turnout.protocol.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.json.JsonScan;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * An answer that is relayed as it is, one JSON document rather than a stream, as far as it has
 * come.
 */
public final class RelayedDocument {

    /** Bytes that are kept to be read: the longest texts, and vectors of some hundred inputs. */
    private static final int MAX_KEPT = 4 * 1024 * 1024;

    /** Bytes at the end of a longer one, where its usage stands. */
    private static final int END = 1024;

    /** Bytes in which an answer shows that it is one, or else is judged when it is whole. */
    private static final int BEGINNING = 4096;

    private final Predicate<JsonScan> beginsAnswer;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private byte[] tail = {};
    private boolean isAnswer;
    private boolean judged;
    private boolean tooLong;
    private boolean endsInBrace;

    /**
     * @param beginsAnswer by a beginning of it, whether it is an answer and not an error; may throw
     *     what the scan does where that is cut
     */
    public RelayedDocument(Predicate<JsonScan> beginsAnswer) {
        this.beginsAnswer = beginsAnswer;
    }

    public void add(byte[] chunk) {
        if (!tooLong && kept.size() + chunk.length > MAX_KEPT) {
            tooLong = true;
            tail = endOf(kept.toByteArray());
        }
        if (tooLong) {
            tail = endOf(joined(tail, endOf(chunk)));
        } else {
            kept.writeBytes(chunk);
        }
        int last = chunk.length - 1;
        while (last >= 0 && chunk[last] <= ' ' && chunk[last] >= 0) {
            last--;
        }
        endsInBrace = last < 0 ? endsInBrace : chunk[last] == '}';
    }

    /** All bytes so far; only their beginning where {@link #tooLong()}. */
    public byte[] bytes() {
        return kept.toByteArray();
    }

    /** Whether it outgrew what is kept. It is relayed all the same. */
    public boolean tooLong() {
        return tooLong;
    }

    /**
     * Hands over the object that stands in the last field of that name, if one that is too long
     * ends with it.
     */
    public void readAtEnd(String field, Consumer<JsonScan> reader) {
        var name = ('"' + field + '"').getBytes(UTF_8);
        for (int at = tail.length - name.length; at >= 0; at--) {
            int value = at + name.length;
            if (Arrays.equals(tail, at, value, name, 0, name.length)) {
                while (value < tail.length && tail[value] != '{') {
                    value++;
                }
                try (var scan = JsonScan.of(tail, value, tail.length - value)) {
                    reader.accept(scan);
                } catch (ProblemException broken) {
                    // Then it is not known, as with all who do not tell.
                }
                return;
            }
        }
    }

    /** Whether it may end here; worth a look, and no more than that. */
    public boolean endsInBrace() {
        return endsInBrace;
    }

    /** Whether it has begun as an answer. */
    public boolean isAnswer() {
        if (!judged) {
            var bytes = bytes();
            isAnswer = beginsAnswer(bytes, Math.min(bytes.length, BEGINNING));
            judged = isAnswer || bytes.length >= BEGINNING;
        }
        return isAnswer;
    }

    private boolean beginsAnswer(byte[] bytes, int end) {
        int length = end;
        while (length > 0 && bytes[length - 1] < 0) {
            length--; // not to end within a character
        }
        try (var scan = JsonScan.of(bytes, 0, length)) {
            return beginsAnswer.test(scan);
        } catch (ProblemException cutOrNotJson) {
            return false;
        }
    }

    private static byte[] endOf(byte[] bytes) {
        return Arrays.copyOfRange(bytes, Math.max(0, bytes.length - END), bytes.length);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
