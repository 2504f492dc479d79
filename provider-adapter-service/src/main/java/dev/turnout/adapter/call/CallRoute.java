package dev.turnout.adapter.call;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.ProviderApi;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.kit.reply.FrameCodec;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/**
 * The adapter's end of the data hop. Always answers with frames; the guard in front has seen to it
 * that it is a gateway who asks.
 */
@ApplicationScoped
public class CallRoute {

    private static final Logger LOG = Logger.getLogger(CallRoute.class);

    /** The largest body that the front door lets in, 32 MB, and the call before it. */
    private static final int LARGEST = 40 << 20;

    private final ProviderApi provider;
    private final FrameCodec codec;

    @Inject
    CallRoute(ProviderApi provider, FrameCodec codec) {
        this.provider = provider;
        this.codec = codec;
    }

    void register(@Observes Router router) {
        router.post(ProviderApi.PATH).handler(this::take);
    }

    private void take(RoutingContext hop) {
        var body = new CollectedBody(LARGEST);
        hop.request().handler(body).endHandler(end -> answer(hop, body)).resume();
    }

    private void answer(RoutingContext hop, CollectedBody body) {
        // The request lives as long as the reply, and nobody needs the body so long.
        hop.request().handler(null).endHandler(null);
        var response = hop.response();
        response.putHeader("content-type", "application/x-turnout-frames");
        if (body.isTooLarge()) {
            refuse(response, ProblemCode.TOO_LARGE, "The request is larger than any call may be.");
            return;
        }
        FrameCodec.Call call;
        try {
            call = codec.decodeCall(body.take());
        } catch (IllegalArgumentException e) {
            LOG.warnf("not a call: %s", e.getMessage());
            refuse(
                    response,
                    ProblemCode.INVALID_REQUEST,
                    "The provider adapter cannot read the call; are gateway and adapter of one version?");
            return;
        }
        var writer = new FrameWriter(codec, response);
        hop.addEndHandler(over -> writer.stop());
        provider.call(call.call(), call.body()).subscribe(writer);
    }

    private void refuse(HttpServerResponse response, ProblemCode code, String message) {
        response.end(codec.encode(new ReplyFrame.Failure(Problem.of(code, message))));
    }
}
