package dev.turnout.protocol.property;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.property.RandomReply.Said;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;

/** An answer as a provider of a dialect streams it. */
final class ProviderStream {

    private static final AnswerContext CONTEXT =
            new AnswerContext("req_1", Target.of("house/m"), 1000, true, 1_700_000_000);

    private ProviderStream() {}

    /**
     * The stream.
     *
     * @param tools the provider's names
     */
    static byte[] of(Dialect provider, RandomReply reply, List<String> tools) {
        if (!Dialects.servesClients(provider)) {
            return GeminiStream.of(reply, tools);
        }
        var out = new ByteArrayOutputStream();
        var encoder = Dialects.client(provider).replyEncoder(true, CONTEXT);
        events(reply, tools, event -> encoder.write(event, out));
        return out.toByteArray();
    }

    private static void events(RandomReply reply, List<String> tools, Consumer<ReplyEvent> told) {
        var prompt = new Usage(reply.usage().input(), reply.usage().cacheRead(), 0, 0, 0, true);
        told.accept(new ReplyEvent.Started("id-1", "m", prompt));
        for (var block : reply.blocks()) {
            switch (block) {
                case Said.Thought(var pieces) -> {
                    told.accept(new ReplyEvent.BlockStarted(new ReplyBlock.Thinking()));
                    pieces.forEach(piece -> told.accept(new ReplyEvent.ThinkingDelta(piece)));
                }
                case Said.Text(var pieces) -> {
                    told.accept(new ReplyEvent.BlockStarted(new ReplyBlock.Text()));
                    pieces.forEach(piece -> told.accept(new ReplyEvent.TextDelta(piece)));
                }
                case Said.Call(var id, var tool, var pieces) -> {
                    var call = new ReplyBlock.ToolUse(id, tools.get(tool));
                    told.accept(new ReplyEvent.BlockStarted(call));
                    pieces.forEach(piece -> told.accept(new ReplyEvent.InputDelta(piece)));
                }
            }
            told.accept(new ReplyEvent.BlockStopped());
        }
        told.accept(new ReplyEvent.Stopped(reply.stop(), null, reply.usage()));
    }
}
