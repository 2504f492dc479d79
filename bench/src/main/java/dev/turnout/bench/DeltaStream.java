package dev.turnout.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.bench.EventBenchmark.Kind;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The events of a stream of a thousand deltas. */
final class DeltaStream {

    static final int DELTAS = 1000;

    private static final Usage USAGE = new Usage(1000, 20_000, 0, 1000, 0, true);

    private DeltaStream() {}

    /** Each event as the bytes in which a provider of the dialect sends it. */
    static List<byte[]> of(Dialect provider, Kind kind, AnswerContext context) {
        if (!Dialects.servesClients(provider)) {
            return ofGemini(kind);
        }
        var encoder = Dialects.client(provider).replyEncoder(true, context);
        var events = new ArrayList<byte[]>();
        for (var event : told(kind)) {
            var out = new ByteArrayOutputStream();
            encoder.write(event, out);
            events.add(out.toByteArray());
        }
        return events;
    }

    private static List<ReplyEvent> told(Kind kind) {
        var told = new ArrayList<ReplyEvent>();
        told.add(new ReplyEvent.Started("id-1", "m", USAGE));
        switch (kind) {
            case TEXT -> {
                told.add(new ReplyEvent.BlockStarted(new ReplyBlock.Text()));
                told.addAll(Collections.nCopies(DELTAS, new ReplyEvent.TextDelta(" a few words")));
            }
            case TOOL -> {
                told.add(new ReplyEvent.BlockStarted(new ReplyBlock.ToolUse("call_1", "Tool1")));
                told.add(new ReplyEvent.InputDelta("{\"path\":\""));
                told.addAll(Collections.nCopies(DELTAS, new ReplyEvent.InputDelta("/a/folder/a")));
                told.add(new ReplyEvent.InputDelta("\"}"));
            }
        }
        told.add(new ReplyEvent.BlockStopped());
        var reason = kind == Kind.TEXT ? "end_turn" : "tool_use";
        told.add(new ReplyEvent.Stopped(reason, null, USAGE));
        return told;
    }

    private static List<byte[]> ofGemini(Kind kind) {
        var part =
                switch (kind) {
                    case TEXT -> "{\"text\":\" a few words\"}";
                    case TOOL ->
                            "{\"functionCall\":{\"name\":\"Tool1\",\"args\":{\"path\":\"/a\"}}}";
                };
        var events = new ArrayList<>(Collections.nCopies(DELTAS, geminiEvent(part, "")));
        events.add(geminiEvent("", ",\"finishReason\":\"STOP\""));
        return events;
    }

    private static byte[] geminiEvent(String part, String more) {
        return """
               data: {"candidates":[{"content":{"role":"model","parts":[%s]}%s,"index":0}],\
               "usageMetadata":{"promptTokenCount":21000,"candidatesTokenCount":1000,\
               "totalTokenCount":22000},"modelVersion":"m","responseId":"id-1"}

               """
                .formatted(part, more)
                .getBytes(UTF_8);
    }
}
