package dev.turnout.adapter.attempt;

import dev.turnout.adapter.provider.Provider;
import dev.turnout.adapter.reasoning.CallersThoughts;
import dev.turnout.adapter.reasoning.Recollection;
import dev.turnout.adapter.upstream.BodyEdits;
import dev.turnout.adapter.upstream.TargetModel;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.kit.metrics.Metrics;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.dialect.ClientRoles;
import dev.turnout.protocol.dialect.ProviderRoles;
import dev.turnout.protocol.dialect.TranslatedCall;
import dev.turnout.protocol.reasoning.ReasoningSeal;
import dev.turnout.protocol.translate.ReplyFilter;
import dev.turnout.protocol.translate.Upstream;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Between two dialects: the request understood and written anew, and so the answer. */
final class Translation implements Passage {

    /** Usage may follow the model's last word by a while; some servers then keep the line open. */
    private static final long PARTING_MILLIS = 1_500;

    private static final Header EVENTS =
            new Header("content-type", "text/event-stream; charset=utf-8");
    private static final Header DOCUMENT = new Header("content-type", "application/json");

    private final Vertx vertx;
    private final Metrics metrics;
    private final ReasoningSeal seal;
    private final Recollection recollection;
    private final Provider.Remote provider;
    private final ProviderCall call;
    private final ClientRoles ours;
    private final ProviderRoles theirs;
    private @Nullable Translated translated;

    /**
     * A request that has been translated, and what its answer has to know of it.
     *
     * @param noting what is thought before its calls
     */
    private record Translated(TranslatedCall call, boolean streamUsage, ReplyFilter noting) {}

    Translation(
            Vertx vertx,
            Metrics metrics,
            ReasoningSeal seal,
            Recollection recollection,
            Provider.Remote provider,
            ProviderCall call) {
        this.vertx = vertx;
        this.metrics = metrics;
        this.seal = seal;
        this.recollection = recollection;
        this.provider = provider;
        this.call = call;
        this.ours = Dialects.client(call.dialect());
        this.theirs = Dialects.provider(provider.dialect());
    }

    @Override
    public Future<Buffer> request(byte[] body) {
        var upstream = upstream(body);
        var thoughts =
                new CallersThoughts(
                        recollection,
                        call.context().principal(),
                        upstream,
                        theirs.takesReasoningBack(upstream));
        return BodyReading.of(vertx, body, () -> thoughts.stripped(conversation(body)))
                .compose(thoughts::restored)
                .compose(
                        restored ->
                                BodyReading.of(
                                        vertx, body, () -> written(restored, upstream, thoughts)));
    }

    private Conversation conversation(byte[] body) {
        return ours.readRequest(BodyEdits.withoutTags(call, body));
    }

    private Buffer written(Conversation conversation, Upstream upstream, CallersThoughts thoughts) {
        var translation = new TranslatedCall(conversation, theirs, upstream, seal);
        var written = translation.request();
        written.dropped().forEach(this::dropped);
        translated = new Translated(translation, conversation.streamUsage(), thoughts.noting());
        return Buffer.buffer(written.body());
    }

    private void dropped(String field) {
        metrics.dropped(call.dialect(), provider.dialect(), field);
    }

    private Upstream upstream(byte[] body) {
        return new Upstream(
                call.target(),
                TargetModel.at(provider, call, body),
                provider.model(call.target().model()).maxOutputTokens(),
                provider.quirks(),
                provider.requiresSignedThinking());
    }

    /** A server that was asked for a stream may answer with a document, and the other way round. */
    @Override
    public ReplyHandling handling(int status, MultiMap headers) {
        var type = ReplyHandling.Type.of(headers.get("content-type"));
        if (status != 200 || type == ReplyHandling.Type.OTHER) {
            return new ReplyHandling.Explained();
        }
        var asked = Objects.requireNonNull(translated, "an answer before its request");
        return new ReplyHandling.Relayed(
                asked.call()
                        .reply(
                                type == ReplyHandling.Type.EVENTS,
                                ours,
                                call.stream(),
                                CallAnswer.context(call, asked.streamUsage()),
                                asked.noting()));
    }

    @Override
    public List<Header> head(MultiMap headers) {
        return List.of(call.stream() ? EVENTS : DOCUMENT);
    }

    @Override
    public long partingMillis() {
        return PARTING_MILLIS;
    }
}
