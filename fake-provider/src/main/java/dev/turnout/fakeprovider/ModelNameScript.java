package dev.turnout.fakeprovider;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The script that is on from the start: the name of the model says what happens. The name reaches a
 * provider through every dialect and every wiring, and a route can mix failing and working models,
 * so a configuration alone plays a failover.
 *
 * <pre>
 * fake-stream-200x50      200 numbered tokens, 50 ms apart (as JSON: at once)
 * fake-blocks             thinking, text and a tool call
 * fake-search-3           a search of the vendor's own with 3 hits, and text that cites them
 * fake-status-503         that status, with the vendor's error body
 * fake-too-long-200000    400, since the prompt is longer than that many tokens
 * fake-first-event-error  200, then an error as the first event
 * fake-cut-5              a reset behind 5 events
 * fake-end-5              a clean end behind 5 events
 * fake-stall-5            silence behind 5 events
 * fake-hang               silence from the start
 * fake-dribble-1          a stream in chunks of 1 byte
 * fake-html-200           a web page
 * anything else           20 numbered tokens at once
 * </pre>
 */
final class ModelNameScript implements Script {

    private static final Pattern DIRECTIVE =
            Pattern.compile("fake-([a-z]+(?:-[a-z]+)*)(?:-(\\d{1,7})(?:x(\\d{1,6}))?)?");
    private static final int USUAL_TOKENS = 20;

    @Override
    public Answer answer(ReceivedRequest request) {
        var model = request.model();
        var directive = DIRECTIVE.matcher(model);
        if (!directive.matches()) {
            return Answer.to(request, Reply.numbered(model, USUAL_TOKENS));
        }
        int first = number(directive.group(2));
        int second = number(directive.group(3));
        var reply = Reply.numbered(model, USUAL_TOKENS);
        return switch (directive.group(1)) {
            case "stream" ->
                    Answer.to(request, Reply.numbered(model, first), Duration.ofMillis(second));
            case "blocks" -> Answer.to(request, Reply.everyBlock(model));
            case "search" -> Answer.to(request, Reply.searched(model, first));
            case "status" ->
                    Answer.status(first, AnthropicErrors.typeOf(first), "scripted by " + model);
            case "too-long" -> new Answer.TooLong(first + 1, first);
            case "first-event-error" ->
                    new Answer.FirstEventError("overloaded_error", "scripted by " + model);
            case "cut" -> new Answer.CutAfter(reply, first);
            case "end" -> new Answer.EndAfter(reply, first);
            case "stall" -> new Answer.StallAfter(reply, first);
            case "hang" -> new Answer.Hang();
            case "dribble" -> new Answer.Dribble(reply, first);
            case "html" -> new Answer.Html(first);
            default -> Answer.status(400, "invalid_request_error", "no script is named " + model);
        };
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
