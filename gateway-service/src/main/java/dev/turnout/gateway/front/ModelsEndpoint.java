package dev.turnout.gateway.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.gateway.LiveGatewayConfig;
import dev.turnout.gateway.models.AnthropicModels;
import dev.turnout.gateway.models.ListedModel;
import dev.turnout.gateway.models.ModelList;
import dev.turnout.gateway.models.OpenAiModels;
import dev.turnout.gateway.models.Page;
import dev.turnout.gateway.relay.ClientReply;
import dev.turnout.kit.log.RequestLog;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.util.List;
import java.util.function.BiFunction;
import org.jboss.logging.Logger;

/** Tells clients which models there are, in OpenAI's shape or in Anthropic's. */
@Singleton
class ModelsEndpoint {

    private static final Logger LOG = Logger.getLogger(ModelsEndpoint.class);

    static final String PATH = "/v1/models";

    private final CallerCheck callers;
    private final LiveGatewayConfig snapshot;
    private final Refusals refusals;

    @Inject
    ModelsEndpoint(CallerCheck callers, LiveGatewayConfig snapshot, Refusals refusals) {
        this.callers = callers;
        this.snapshot = snapshot;
        this.refusals = refusals;
    }

    void list(RoutingContext routed) {
        answer(
                routed,
                (dialect, models) ->
                        switch (dialect) {
                            case OPENAI_CHAT, OPENAI_RESPONSES -> OpenAiModels.list(models);
                            case ANTHROPIC, GEMINI ->
                                    AnthropicModels.list(models, page(routed.queryParams()));
                        });
    }

    private static Page page(MultiMap query) {
        return Page.of(query.get("limit"), query.get("after_id"), query.get("before_id"));
    }

    void one(RoutingContext routed) {
        // Names hold slashes, which the SDKs encode and people do not; a plus is a plus.
        var written = routed.normalizedPath().substring(PATH.length() + 1).replace("+", "%2B");
        var name = URLDecoder.decode(written, UTF_8);
        answer(
                routed,
                (dialect, models) -> {
                    var model = find(models, name);
                    return switch (dialect) {
                        case OPENAI_CHAT, OPENAI_RESPONSES -> OpenAiModels.one(model);
                        case ANTHROPIC, GEMINI -> AnthropicModels.one(model);
                    };
                });
    }

    private static ListedModel find(List<ListedModel> models, String name) {
        return models.stream()
                .filter(model -> model.isNamed(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                Problem.of(
                                                ProblemCode.NOT_FOUND,
                                                "No model of this name is listed. GET /v1/models"
                                                        + " lists those that this key may name; a"
                                                        + " plain name of any other model is routed"
                                                        + " by the kind of request.")
                                        .asException());
    }

    private void answer(
            RoutingContext routed, BiFunction<Dialect, List<ListedModel>, byte[]> document) {
        var request = routed.request();
        var requestId = RequestId.fresh();
        RequestLog.mark(requestId);
        var dialect = ClientDialect.byHeaders(request);
        var reply = new ClientReply(request.response(), dialect, requestId);
        var client = ClientPresence.of(request.response());
        callers.admit(request)
                .map(caller -> ModelList.of(snapshot.config(), caller.rights()))
                .map(models -> document.apply(dialect, models))
                .onComplete(
                        made -> {
                            if (client.isGone()) {
                                LOG.debug("the client left before its answer");
                            } else if (made.succeeded()) {
                                reply.document(made.result());
                            } else {
                                refusals.refuse(request, reply, made.cause());
                            }
                        });
    }
}
