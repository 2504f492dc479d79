package dev.turnout.protocol.responses.reply;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.responses.wire.ResponsesEvents;
import dev.turnout.protocol.responses.wire.ResponsesStop;
import dev.turnout.protocol.responses.wire.ResponsesUsage;
import dev.turnout.protocol.sse.SseEvent;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReadAnswer;
import dev.turnout.protocol.translate.ReplyEvent.Stopped;
import dev.turnout.protocol.translate.ReplyTeller;
import org.jspecify.annotations.Nullable;

/** An answer from its first event to its last, which is a whole response as a document is one. */
final class ResponsesReplyAnswer implements ReadAnswer {

    private static final String FILTERED = "The provider's content filter stopped the answer.";

    private final ResponsesUsage usage = new ResponsesUsage();
    private final ReplyTeller teller;
    private final ResponsesReplyOutput output;

    private String status = "";
    private @Nullable String reason;

    ResponsesReplyAnswer(AnswerContext context) {
        teller = new ReplyTeller(context, usage::usage);
        output = new ResponsesReplyOutput(context, usage, teller::say);
    }

    @Override
    public ReplyTeller teller() {
        return teller;
    }

    @Override
    public void event(SseEvent event) {
        var step = ResponsesReplyStep.read(event, usage, output.isEmpty());
        var response = step.response();
        if (teller.over()) {
            return;
        }
        if (step.isError()) {
            teller.fail(event.bytes(), event.offset(), event.length());
        } else if (response == null) {
            output.add(step);
        } else if (ResponsesEvents.isPreface(step.type())) {
            teller.named(response.id(), response.model());
        } else {
            end(response, step.type(), event.bytes());
        }
    }

    @Override
    public void document(byte[] json) {
        ResponsesReplyWhole response;
        try (var scan = JsonScan.of(json)) {
            response = ResponsesReplyWhole.read(scan, json, usage, true);
            scan.finish();
        }
        if (response.isResponse()) {
            end(response, "response." + response.status(), json);
        } else {
            teller.fail(json, 0, json.length);
        }
    }

    /** It is of OpenAI's chats; who writes it here as well has nothing more to say. */
    @Override
    public void done() {
        stop();
    }

    /** The last event holds all there is to say. */
    @Override
    public boolean finished() {
        return teller.over();
    }

    @Override
    public void stop() {
        if (teller.over()) {
            return;
        }
        boolean limit = ResponsesStop.reason(status, reason, false, false).equals("max_tokens");
        output.end(limit);
        var stopped = ResponsesStop.reason(status, reason, output.refused(), output.anyCall());
        boolean filtered = stopped.equals(Stopped.REFUSAL) && !output.refused();
        teller.stop(stopped, null, filtered ? FILTERED : null);
    }

    /**
     * The response as it stands at its end.
     *
     * @param type of the event that says so
     */
    private void end(ResponsesReplyWhole response, String type, byte[] json) {
        teller.named(response.id(), response.model());
        var error = response.error();
        switch (type) {
            case "response.failed" -> {
                if (error == null) {
                    teller.fail(ProblemCode.PROVIDER_ERROR, "failed without saying why.");
                } else {
                    teller.fail(json, error.offset(), error.length());
                }
            }
            case "response.cancelled" ->
                    teller.fail(ProblemCode.PROVIDER_ERROR, "cancelled its answer. Try again.");
            case "response.queued", "response.in_progress" ->
                    teller.fail(
                            ProblemCode.PROVIDER_FAILED,
                            "answered with a response that has not ended.");
            default -> {
                status = response.status();
                reason = response.reason();
                output.addAll(response.output());
                stop();
            }
        }
    }
}
