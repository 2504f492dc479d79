package dev.turnout.protocol.dialect;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.call.BufferedInput;
import dev.turnout.protocol.call.FirstCall;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Reasoning;
import dev.turnout.protocol.markup.LiftedCalls;
import dev.turnout.protocol.markup.ThinkTags;
import dev.turnout.protocol.reasoning.ReasoningSeal;
import dev.turnout.protocol.reasoning.RestoredReasoning;
import dev.turnout.protocol.reasoning.SealedReasoning;
import dev.turnout.protocol.toolname.MeantNames;
import dev.turnout.protocol.toolname.ToolNames;
import dev.turnout.protocol.translate.AnswerContext;
import dev.turnout.protocol.translate.ReplyFilter;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * One conversation put to a model in its provider's dialect, and its answer in the client's:
 *
 * <pre>
 *   conversation ▸ reasoning restored ▸ names the provider takes ▸ written
 *   read ▸ filters: thinking and calls found in text, names meant, inputs mended, one call only,
 *          reasoning sealed ▸ written for the client
 * </pre>
 *
 * One object for one attempt, used by one thread at a time.
 */
public final class TranslatedCall {

    private final Conversation conversation;
    private final ProviderRoles provider;
    private final Upstream upstream;
    private final ReasoningSeal seal;
    private final ToolNames names;

    public TranslatedCall(
            Conversation conversation,
            ProviderRoles provider,
            Upstream upstream,
            ReasoningSeal seal) {
        this.conversation = conversation;
        this.provider = provider;
        this.upstream = upstream;
        this.seal = seal;
        var restored = RestoredReasoning.toward(upstream.origin(), conversation, seal);
        names = ToolNames.of(restored, provider.toolNames());
    }

    /**
     * The request. {@link dev.turnout.contracts.ProblemException} with {@code TARGET_UNUSABLE}
     * where the provider's dialect cannot say what is asked.
     */
    public WrittenRequest request() {
        return provider.writeRequest(names.told(), upstream);
    }

    /**
     * Takes the answer of status 200 to the client.
     *
     * @param answered whether it is a stream; a document else
     * @param wanted whether the client wants one
     * @param last that each event passes behind all others, as the client is told it
     */
    public TranslatedReply reply(
            boolean answered,
            ClientRoles client,
            boolean wanted,
            AnswerContext context,
            ReplyFilter... last) {
        var told = context.with(upstream.quirks()).withOrigins(conversation.toolOrigins());
        return new TranslatedReply(
                provider.replyDecoder(answered, told),
                filters(told, last),
                client.replyEncoder(wanted, told));
    }

    private List<ReplyFilter> filters(AnswerContext context, ReplyFilter... last) {
        var filters = new ArrayList<ReplyFilter>();
        boolean unopened = upstream.has(Quirk.THINK_UNOPENED);
        if (unopened || upstream.has(Quirk.THINK_TAGS)) {
            filters.add(new ThinkTags(unopened && mayThink()));
        }
        if (upstream.has(Quirk.TOOL_MARKUP) && !names.told().tools().isEmpty()) {
            filters.add(new LiftedCalls(names, context));
        }
        filters.add(new MeantNames(names));
        if (upstream.has(Quirk.BUFFERED_ARGUMENTS)) {
            filters.add(new BufferedInput(names));
        }
        var choice = names.told().toolChoice();
        if (choice != null && !choice.parallel()) {
            filters.add(new FirstCall());
        }
        filters.add(new SealedReasoning(seal, upstream.origin()));
        filters.addAll(List.of(last));
        return filters;
    }

    private boolean mayThink() {
        var reasoning = names.told().reasoning();
        return reasoning == null || reasoning.mode() != Reasoning.Mode.OFF;
    }
}
