package dev.turnout.adapter.upstream;

import dev.turnout.adapter.provider.Provider;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.Span;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.edit.Edit;
import dev.turnout.protocol.edit.Edits;
import dev.turnout.protocol.json.JsonText;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is changed in a body on its way to a provider that speaks the client's own dialect. */
public final class BodyEdits {

    private static final String THINKING_OFF = "{\"type\":\"disabled\"}";

    private BodyEdits() {}

    /**
     * The body as this provider should see it: views of the received bytes, none copied. Fails with
     * {@code INTERNAL} where the call's outline is not one of this body.
     */
    public static Buffer edited(ProviderCall call, byte[] body, Provider.Remote provider) {
        var slices = slices(call, body, provider);
        // With fewer components allowed than there are, Netty would copy them into one.
        return Buffer.buffer(Unpooled.wrappedBuffer(Math.max(1, slices.length), slices));
    }

    /**
     * The body without its routing tags, which no provider should read: the received one where
     * there are none. {@link RuntimeException} where the call's outline is not one of this body.
     */
    public static byte[] withoutTags(ProviderCall call, byte[] body) {
        return Edits.of(call.outline().routingTags().stream().map(Edit::cut).toList()).apply(body);
    }

    private static ByteBuffer[] slices(ProviderCall call, byte[] body, Provider.Remote provider) {
        try {
            return of(call, body, provider).slices(body).toArray(ByteBuffer[]::new);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Problem.of(
                            ProblemCode.INTERNAL,
                            "The gateway's outline of the request does not fit its body.")
                    .asException();
        }
    }

    /**
     * The provider's name of the model, the routing tags gone, thinking that we have sealed gone
     * and toward those that demand it all that is not signed, no more tokens asked for than the
     * model can give or than thinking may take of them, and without what the provider's quirks say
     * that it refuses.
     */
    static Edits of(ProviderCall call, byte[] body, Provider.Remote provider) {
        var outline = call.outline();
        var model = provider.model(call.target().model());
        var edits = new ArrayList<Edit>();
        if (model.id() != null) {
            replaceIfOther(edits, body, outline.model(), JsonText.quote(model.id()));
        }
        outline.routingTags().forEach(tag -> edits.add(Edit.cut(tag)));
        var thinking =
                provider.requiresSignedThinking()
                        ? outline.unsignedThinking()
                        : outline.sealedThinking();
        thinking.spans().forEach(span -> edits.add(Edit.cut(span)));
        if (thinking.enabled() != null) {
            edits.add(Edit.replace(thinking.enabled(), THINKING_OFF));
        }
        var budget = thinking.enabled() == null ? outline.thinkingBudget() : null;
        edits.addAll(TokenEdits.of(call, body, model.maxOutputTokens(), budget));
        edits.addAll(
                Dialects.provider(provider.dialect()).refusals(body, outline, provider.quirks()));
        return Edits.of(Edits.outermost(edits));
    }

    private static void replaceIfOther(
            List<Edit> edits, byte[] body, Span span, String replacement) {
        var edit = Edit.replace(span, replacement);
        if (!Arrays.equals(
                body,
                span.offset(),
                span.end(),
                edit.replacement(),
                0,
                edit.replacement().length)) {
            edits.add(edit);
        }
    }
}
