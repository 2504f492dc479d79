package dev.turnout.protocol.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.Seals;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.dialect.TranslatedCall;
import dev.turnout.protocol.dialect.TranslatedReply;
import dev.turnout.protocol.property.StreamGrammar;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** A provider's answer: the client of each dialect gets a stream or document that is one. */
final class ReadReply {

    private static final Target TARGET = Target.of("house/m");
    private static final Upstream UPSTREAM = Upstream.of("m");
    private static final AnswerContext CONTEXT =
            new AnswerContext("req_1", TARGET, 1000, true, 1_700_000_000);

    private static final Conversation ASKED =
            Dialects.client(Dialect.ANTHROPIC)
                    .readRequest(
                            """
                            {"messages":[{"role":"user","content":"a"}],"tools":[
                            {"name":"Read","input_schema":{}},{"name":"get_weather",
                            "input_schema":{}}]}"""
                                    .getBytes(UTF_8));

    private ReadReply() {}

    static void take(Dialect provider, byte[] answer) {
        for (var client : Dialects.ofClients()) {
            if (client != provider) {
                stream(provider, client, answer);
                document(provider, client, answer);
            }
        }
    }

    private static void stream(Dialect provider, Dialect client, byte[] answer) {
        var reply = reply(provider, client, true);
        var told = told(reply, List.of(answer.clone()));
        var stream = WrittenEvent.of(told.getBytes(UTF_8));
        boolean whole = reply.complete() && reply.firstEventError(TARGET) == null;
        assertThat(StreamGrammar.violationsOfDamaged(client, stream, whole)).isEmpty();

        var cut = reply(provider, client, true);
        assertThat(told(cut, Chunks.uneven(answer))).isEqualTo(told);
        assertThat(cut.usage()).isEqualTo(reply.usage());
        assertThat(cut.firstEventError(TARGET)).isEqualTo(reply.firstEventError(TARGET));
    }

    private static void document(Dialect provider, Dialect client, byte[] answer) {
        var told = told(reply(provider, client, false), List.of(answer.clone()));
        assertThat(told.isEmpty() || WrittenEvent.isObject(told)).as(told).isTrue();
        assertThat(told(reply(provider, client, false), Chunks.uneven(answer))).isEqualTo(told);
    }

    private static TranslatedReply reply(Dialect provider, Dialect client, boolean stream) {
        return new TranslatedCall(ASKED, Dialects.provider(provider), UPSTREAM, Seals.SEAL)
                .reply(stream, Dialects.client(client), stream, CONTEXT);
    }

    private static String told(TranslatedReply reply, List<byte[]> chunks) {
        var told = new ByteArrayOutputStream();
        chunks.forEach(chunk -> told.writeBytes(reply.read(chunk)));
        told.writeBytes(reply.end());
        return told.toString(UTF_8);
    }
}
