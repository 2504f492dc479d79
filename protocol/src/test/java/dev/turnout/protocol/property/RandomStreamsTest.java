package dev.turnout.protocol.property;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Target;
import dev.turnout.protocol.DialectPair;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.Seals;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.dialect.TranslatedCall;
import dev.turnout.protocol.dialect.TranslatedReply;
import dev.turnout.protocol.toolname.ToolNames;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever a provider answers, in whatever chunks, the client hears all of it, in a stream of its
 * own dialect's grammar.
 */
class RandomStreamsTest {

    private static final List<DialectPair> PAIRS = DialectPair.all().toList();

    /** Names of tools, one of them longer than OpenAI takes. */
    private static final List<String> TOOLS =
            List.of("Read", "mcp__a-server__and_its_tool", "mcp__" + "long_".repeat(20) + "name");

    private static final Conversation ASKED = asked();
    private static final Upstream UPSTREAM = Upstream.of("m");
    private static final AnswerContext CONTEXT =
            new AnswerContext("req_1", Target.of("house/m"), 1000, true, 1_700_000_000);

    @Test
    void arriveWholeHoweverTheyAreCut() {
        Runs.of("streams", 3000, RandomStreamsTest::check);
    }

    private static void check(Random random) {
        var pair = PAIRS.get(random.nextInt(PAIRS.size()));
        var reply = RandomReply.of(random, TOOLS.size());
        var bytes = ProviderStream.of(pair.provider(), reply, namesToldTo(pair.provider()));

        var translated = reply(pair);
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(translated.read(bytes.clone()));
        whole.writeBytes(translated.end());

        var stream = WrittenEvent.of(whole.toByteArray());
        var about = pair + ": " + new String(bytes, UTF_8);
        assertThat(StreamGrammar.violations(pair.client(), stream, true)).as(about).isEmpty();
        assertThat(HeardReply.of(pair.client(), stream)).as(about).isEqualTo(reply.heard(TOOLS));
        assertThat(translated.stopReason()).as(about).isEqualTo(reply.stop());
        assertThat(translated.complete()).as(about).isTrue();
        assertThat(translated.usage().prompt()).as(about).isEqualTo(reply.usage().prompt());
        assertThat(translated.usage().cacheRead()).as(about).isEqualTo(reply.usage().cacheRead());
        assertThat(translated.usage().output()).as(about).isEqualTo(reply.usage().output());
        assertThat(cut(reply(pair), bytes, random)).as(about).isEqualTo(whole.toString(UTF_8));
    }

    private static String cut(TranslatedReply reply, byte[] bytes, Random random) {
        var out = new ByteArrayOutputStream();
        for (var chunk : Cuts.of(bytes, random)) {
            out.writeBytes(reply.read(chunk));
        }
        out.writeBytes(reply.end());
        return out.toString(UTF_8);
    }

    private static TranslatedReply reply(DialectPair pair) {
        return new TranslatedCall(ASKED, Dialects.provider(pair.provider()), UPSTREAM, Seals.SEAL)
                .reply(true, Dialects.client(pair.client()), true, CONTEXT);
    }

    private static List<String> namesToldTo(Dialect provider) {
        var names = ToolNames.of(ASKED, Dialects.provider(provider).toolNames());
        return names.told().tools().stream().map(Tool::name).toList();
    }

    private static Conversation asked() {
        var tools = new StringBuilder();
        for (var name : TOOLS) {
            tools.append(tools.isEmpty() ? "" : ",");
            tools.append("{\"name\":\"%s\",\"input_schema\":{}}".formatted(name));
        }
        var request =
                "{\"messages\":[{\"role\":\"user\",\"content\":\"a\"}],\"tools\":[%s]}"
                        .formatted(tools);
        return Dialects.client(Dialect.ANTHROPIC).readRequest(request.getBytes(UTF_8));
    }
}
