package dev.turnout.protocol.chat.reply;

import dev.turnout.protocol.chat.wire.ChatCarried;
import dev.turnout.protocol.conversation.Carried;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the server wants back of one thinking block, as it comes together. */
final class ChatReplyCarried {

    private final List<ChatReplyDetail> details = new ArrayList<>(0);
    private @Nullable String google;
    private boolean text;

    /** The thinking came in a field that servers take back. */
    void text() {
        text = true;
    }

    /** What the call behind the thinking came with. */
    void google(String extraContent) {
        google = extraContent;
    }

    /**
     * Elements of {@code reasoning_details}.
     *
     * @param cumulative whether texts may repeat what came before
     */
    void add(List<ChatReplyDetail> pieces, boolean cumulative) {
        var former = List.copyOf(details);
        for (var piece : pieces) {
            former.stream()
                    .filter(detail -> detail.goesOnWith(piece))
                    .findFirst()
                    .ifPresentOrElse(
                            detail -> detail.add(piece, cumulative), () -> details.add(piece));
        }
    }

    /** All of it; null where nothing is wanted. What a server refuses to be without comes first. */
    @Nullable Carried told() {
        if (google != null) {
            return new Carried(ChatCarried.GOOGLE, google);
        }
        if (!details.isEmpty()) {
            var json =
                    details.stream()
                            .map(ChatReplyDetail::json)
                            .collect(Collectors.joining(",", "[", "]"));
            return new Carried(ChatCarried.REASONING_DETAILS, json);
        }
        return text ? new Carried(ChatCarried.REASONING_CONTENT, "") : null;
    }
}
