package dev.turnout.protocol.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.dialect.ReplyReader;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** A provider's answer that is relayed: a stream is watched to the same end in whatever chunks. */
final class WatchedReply {

    private static final Target TARGET = Target.of("house/m");

    private WatchedReply() {}

    static void take(Dialect dialect, byte[] answer) {
        watch(dialect, answer, true);
        watch(dialect, answer, false);
    }

    private static void watch(Dialect dialect, byte[] answer, boolean stream) {
        var roles = Dialects.client(dialect);
        var whole = roles.replyReader(stream);
        var relayed = relayed(whole, List.of(answer.clone()));
        boolean meaningful = whole.meaningful();
        assertThat(meaningful && whole.firstEventError(TARGET) != null).isFalse();
        assertThat(whole.failedInStream()).isIn(false, meaningful);
        assertThat(whole.usage().output()).isNotNegative();

        var cut = roles.replyReader(stream);
        assertThat(relayed(cut, Chunks.uneven(answer))).isEqualTo(relayed);
        if (!stream) {
            return; // a document is judged each time that it might be whole
        }
        assertThat(cut.meaningful()).isEqualTo(meaningful);
        assertThat(cut.complete()).isEqualTo(whole.complete());
        assertThat(cut.usage()).isEqualTo(whole.usage());
        assertThat(cut.stopReason()).isEqualTo(whole.stopReason());
        assertThat(cut.firstEventError(TARGET)).isEqualTo(whole.firstEventError(TARGET));
    }

    private static byte[] relayed(ReplyReader reader, List<byte[]> chunks) {
        var relayed = new ByteArrayOutputStream();
        chunks.forEach(chunk -> relayed.writeBytes(reader.read(chunk)));
        relayed.writeBytes(reader.end());
        return relayed.toByteArray();
    }
}
