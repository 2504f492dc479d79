package dev.turnout.protocol.anthropic.relay;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.anthropic.wire.AnthropicCapability;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.edit.Edit;
import dev.turnout.protocol.edit.Edits;
import dev.turnout.protocol.edit.MemberCuts;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a relayed request a server of the dialect does not take, by its quirks: body and header
 * lose a capability together.
 */
public final class AnthropicRefusals {

    private static final String BETA = "anthropic-beta";

    private AnthropicRefusals() {}

    /**
     * The changes of the body.
     *
     * @param refusable where in it stands what each quirk refuses
     */
    public static List<Edit> edits(
            byte[] body, Map<Quirk, List<Span>> refusable, Set<Quirk> quirks) {
        var members = new ArrayList<Span>();
        var edits = new ArrayList<Edit>();
        for (var quirk : quirks) {
            for (var span : refusable.getOrDefault(quirk, List.of())) {
                if (body[span.offset()] == '{') {
                    edits.add(Edit.replace(span, inWords(body, span)));
                } else {
                    members.add(span);
                }
            }
        }
        MemberCuts.of(body, members).forEach(cut -> edits.add(Edit.cut(cut)));
        return Edits.outermost(edits);
    }

    /** The headers without the betas of what is refused; one that is left empty goes. */
    public static List<Header> headers(List<Header> sent, Set<Quirk> quirks) {
        return sent.stream()
                .map(
                        header ->
                                header.name().equalsIgnoreCase(BETA)
                                        ? new Header(
                                                header.name(),
                                                AnthropicCapability.betas(header.value(), quirks))
                                        : header)
                .filter(
                        header ->
                                !header.value().isEmpty() || !header.name().equalsIgnoreCase(BETA))
                .toList();
    }

    /** A block that names a tool which was found, as text. */
    private static String inWords(byte[] body, Span reference) {
        var tool = "";
        try (var scan = JsonScan.of(body, reference.offset(), reference.length())) {
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    tool = scan.name().equals("tool_name") ? scan.string() : tool;
                }
            }
        }
        var words = new Block.ToolReference(tool).inWords();
        return "{\"type\":\"text\",\"text\":" + JsonText.quote(words) + "}";
    }
}
