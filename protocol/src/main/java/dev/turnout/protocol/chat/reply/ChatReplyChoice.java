package dev.turnout.protocol.chat.reply;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.protocol.chat.wire.ChatUsage;
import dev.turnout.protocol.json.JsonScan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one choice of a chunk, or of a whole completion, says: all that is translated, to the
 * letter. {@code ChatRelayChoices} asks of the same object only how it stands, where it is relayed
 * as it is. A field that is new here belongs there too if it can be the first that an answer says.
 */
final class ChatReplyChoice {

    private static final int NONE = -1;

    private long index;
    private @Nullable String finishReason;
    private String text = "";
    private String refusal = "";
    private final List<ChatReplyFragment> calls = new ArrayList<>(0);

    /** Reasoning, in one of four places. Some servers tell the same in two of them. */
    private String reasoningContent = "";

    private String reasoning = "";
    private String detailTexts = "";
    private final List<ChatReplyDetail> details = new ArrayList<>(0);
    private String thinkingParts = "";

    private ChatReplyChoice() {}

    /** Reads the element of {@code choices} on which the scan stands. */
    static ChatReplyChoice read(JsonScan scan, byte[] json, ChatUsage usage) {
        var choice = new ChatReplyChoice();
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "index" -> choice.index = scan.longOr(0);
                    case "delta", "message" -> choice.message(scan, json);
                    case "finish_reason" -> choice.finishReason = scan.stringOrNull();
                    case "usage" -> usage.read(scan); // Moonshot's place for it
                    default -> {}
                }
            }
        }
        return choice;
    }

    boolean isFirst() {
        return index == 0;
    }

    /** The provider's word; null while it is not finished. */
    @Nullable String finishReason() {
        return finishReason == null || finishReason.isEmpty() ? null : finishReason;
    }

    String text() {
        return text;
    }

    String refusal() {
        return refusal;
    }

    List<ChatReplyFragment> calls() {
        return calls;
    }

    String thinking() {
        if (!reasoningContent.isEmpty()) {
            return reasoningContent;
        }
        if (!reasoning.isEmpty()) {
            return reasoning;
        }
        return detailTexts.isEmpty() ? thinkingParts : detailTexts;
    }

    /** Whether the thinking stands where servers take it back. */
    boolean thinksInContent() {
        return !reasoningContent.isEmpty();
    }

    /** What {@code reasoning_details} holds to be sent back. */
    List<ChatReplyDetail> details() {
        return details;
    }

    private void message(JsonScan scan, byte[] json) {
        if (!scan.enterObject()) {
            return;
        }
        while (scan.nextField()) {
            switch (scan.name()) {
                case "content" -> content(scan);
                case "reasoning_content" -> reasoningContent = scan.string();
                case "reasoning" -> reasoning = scan.string();
                case "reasoning_details" -> details(scan, json);
                case "refusal" -> refusal = scan.string();
                case "tool_calls" -> calls(scan, json);
                case "function_call" -> {
                    if (scan.isObject()) {
                        calls.add(fragment(scan, json));
                    }
                }
                default -> {}
            }
        }
    }

    /** A text, or Mistral's array of parts. */
    private void content(JsonScan scan) {
        if (!scan.enterArray()) {
            text = scan.string();
            return;
        }
        while (scan.nextElement()) {
            text += scan.string();
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    switch (scan.name()) {
                        case "text" -> text += scan.string();
                        case "thinking" -> thinkingParts += texts(scan);
                        case "refusal" -> refusal += scan.string();
                        default -> {}
                    }
                }
            }
        }
    }

    /** An array; from some servers just a text. */
    private void details(JsonScan scan, byte[] json) {
        detailTexts += scan.string();
        if (scan.enterArray()) {
            while (scan.nextElement()) {
                detailTexts += scan.string();
                if (scan.isObject()) {
                    var detail = ChatReplyDetail.read(scan, json, details.size());
                    detailTexts += detail.text();
                    details.add(detail);
                }
            }
        }
    }

    /** The texts of an array of parts; or just a text. */
    private static String texts(JsonScan scan) {
        if (!scan.enterArray()) {
            return scan.string();
        }
        var texts = new StringBuilder();
        while (scan.nextElement()) {
            texts.append(scan.string());
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    switch (scan.name()) {
                        case "text" -> texts.append(scan.string());
                        default -> {}
                    }
                }
            }
        }
        return texts.toString();
    }

    private void calls(JsonScan scan, byte[] json) {
        if (!scan.enterArray()) {
            return;
        }
        while (scan.nextElement()) {
            calls.add(fragment(scan, json));
        }
        if (areToldApartByPlace()) {
            for (int i = 0; i < calls.size(); i++) {
                calls.set(i, calls.get(i).at(i));
            }
        }
    }

    /** Whether there is neither an index nor an id by which one is known from another. */
    private boolean areToldApartByPlace() {
        return calls.stream().allMatch(call -> call.index() < 0)
                && calls.stream().map(ChatReplyFragment::id).distinct().count() < calls.size();
    }

    /** An entry of {@code tool_calls}; its {@code function}'s fields may stand in it directly. */
    private static ChatReplyFragment fragment(JsonScan scan, byte[] json) {
        var read = new Entry();
        read.read(scan, json);
        return new ChatReplyFragment(
                read.index, read.id, read.name, read.arguments, read.argumentsObject, read.google);
    }

    private static final class Entry {
        private int index = NONE;
        private String id = "";
        private String name = "";
        private String arguments = "";
        private @Nullable String argumentsObject;
        private @Nullable String google;

        private void read(JsonScan scan, byte[] json) {
            if (!scan.enterObject()) {
                return;
            }
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "index" -> index = (int) scan.longOr(NONE);
                    case "id" -> id = scan.string();
                    case "function" -> read(scan, json);
                    case "name" -> name = scan.string();
                    case "extra_content" -> google = google(scan);
                    case "arguments" -> {
                        arguments = scan.string();
                        if (scan.isObject()) {
                            var span = scan.span();
                            argumentsObject = new String(json, span.offset(), span.length(), UTF_8);
                        }
                    }
                    default -> {}
                }
            }
        }

        private static @Nullable String google(JsonScan scan) {
            int start = scan.start();
            boolean any = false;
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    any |= scan.name().equals("google");
                }
            }
            return any ? scan.compact(start) : null;
        }
    }
}
