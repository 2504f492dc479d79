package dev.turnout.protocol.chat.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.chat.wire.ChatUsage;
import dev.turnout.protocol.json.JsonScan;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** An answer that is one JSON document rather than a stream, as far as it has come. */
final class ChatRelayDocument {

    /** Bytes that are kept to be read: the longest texts, and vectors of some hundred inputs. */
    private static final int MAX_KEPT = 4 * 1024 * 1024;

    /** Bytes at the end of a longer one, where its usage stands. */
    private static final int END = 1024;

    private static final byte[] USAGE = "\"usage\"".getBytes(UTF_8);

    /** Bytes in which an answer shows that it is one, or else is judged when it is whole. */
    private static final int BEGINNING = 4096;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private byte[] tail = {};
    private boolean isAnswer;
    private boolean judged;
    private boolean tooLong;
    private boolean endsInBrace;

    void add(byte[] chunk) {
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
    byte[] bytes() {
        return kept.toByteArray();
    }

    /** Whether it outgrew what is kept. It is relayed all the same. */
    boolean tooLong() {
        return tooLong;
    }

    /** Tells the usage at the end of one that is too long, if it stands there. */
    void tellUsage(ChatUsage usage) {
        for (int at = tail.length - USAGE.length; at >= 0; at--) {
            int value = at + USAGE.length;
            if (Arrays.equals(tail, at, value, USAGE, 0, USAGE.length)) {
                while (value < tail.length && tail[value] != '{') {
                    value++;
                }
                try (var scan = JsonScan.of(tail, value, tail.length - value)) {
                    usage.read(scan);
                } catch (ProblemException broken) {
                    // Then it is not known, as with all who do not tell.
                }
                return;
            }
        }
    }

    /** Whether it may end here; worth a look, and no more than that. */
    boolean endsInBrace() {
        return endsInBrace;
    }

    /** Whether a first choice, or a first vector, stands in its beginning. */
    boolean isAnswer() {
        if (!judged) {
            var bytes = bytes();
            isAnswer = beginsAnswer(bytes, Math.min(bytes.length, BEGINNING));
            judged = isAnswer || bytes.length >= BEGINNING;
        }
        return isAnswer;
    }

    private static boolean beginsAnswer(byte[] bytes, int end) {
        int length = end;
        while (length > 0 && bytes[length - 1] < 0) {
            length--; // not to end within a character
        }
        try (var scan = JsonScan.of(bytes, 0, length)) {
            boolean begins = false;
            if (scan.enterObject()) {
                while (!begins && scan.nextField()) {
                    begins = isContent(scan.name()) && scan.enterArray() && scan.nextElement();
                }
            }
            return begins;
        } catch (ProblemException cutOrNotJson) {
            return false;
        }
    }

    /** Whether a field of this name holds what was asked for: choices, or vectors. */
    private static boolean isContent(String name) {
        return name.equals("choices") || name.equals("data");
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
