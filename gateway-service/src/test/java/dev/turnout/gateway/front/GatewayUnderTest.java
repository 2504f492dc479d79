package dev.turnout.gateway.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.contracts.routing.RoutePlan;
import dev.turnout.contracts.routing.RoutingApi;
import dev.turnout.gateway.LiveGatewayConfig;
import dev.turnout.gateway.admission.Admission;
import dev.turnout.gateway.admission.AdmissionStep;
import dev.turnout.gateway.admission.BodiesInFlight;
import dev.turnout.gateway.admission.RequestLimit;
import dev.turnout.gateway.authentication.Authentication;
import dev.turnout.gateway.authentication.ClientKeys;
import dev.turnout.gateway.authentication.IssuedKeys;
import dev.turnout.gateway.dispatch.Dispatcher;
import dev.turnout.gateway.dispatch.ScriptedProvider;
import dev.turnout.gateway.dispatch.SilenceLimit;
import dev.turnout.gateway.ledger.AccessLog;
import dev.turnout.gateway.rate.AddressLimit;
import dev.turnout.gateway.rate.ClientAddress;
import dev.turnout.gateway.rate.MemoryRates;
import dev.turnout.gateway.rate.RateStore;
import dev.turnout.kit.metrics.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The whole gateway on a port of its own, with a scripted routing and a scripted adapter. */
public final class GatewayUnderTest implements AutoCloseable {

    /** A request that is complete and asks for a stream. */
    public static final String STREAM =
            """
            {"model":"any","max_tokens":9,"stream":true,"messages":[{"role":"user","content":"Hi"}]}\
            """;

    /** The same without a stream. */
    public static final String PLAIN =
            """
            {"model":"any","max_tokens":9,"messages":[{"role":"user","content":"Hi"}]}\
            """;

    private static final Queue<Throwable> UNHANDLED = new ConcurrentLinkedQueue<>();

    /** One event loop, so that what was asked for first is done first. */
    private static final Vertx VERTX =
            Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1))
                    .exceptionHandler(UNHANDLED::add);

    private static final HttpClient HTTP_1 =
            HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private static final HttpClient HTTP_2 =
            HttpClient.newBuilder().version(Version.HTTP_2).build();

    private final ScriptedProvider provider = new ScriptedProvider();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BodiesInFlight bodies;
    private final HttpServer server;
    private volatile RoutingApi routing = request -> plan("p/m");

    private GatewayUnderTest(Parts parts) {
        bodies = new BodiesInFlight(parts.settings());
        var metrics = new Metrics(meters);
        var snapshot = new LiveGatewayConfig();
        snapshot.prepare(new Snapshot(7, Instant.EPOCH, parts.config())).run();
        var steps = new ArrayList<>(parts.admission().apply(bodies));
        steps.add(new RequestLimit(parts.rates(), snapshot));
        var dispatcher =
                new Dispatcher(
                        VERTX,
                        new Admission(steps),
                        request -> routing.plan(request),
                        provider,
                        parts.silence(),
                        parts.settings(),
                        new AccessLog(metrics),
                        metrics);
        var callers =
                new CallerCheck(
                        new AddressLimit(
                                new ClientAddress(parts.settings()), parts.rates(), snapshot),
                        new Authentication(parts.keys()));
        var refusals = new Refusals(metrics);
        var door =
                new FrontDoor(
                        new ModelRequests(
                                VERTX, parts.settings(), callers, bodies, dispatcher, refusals),
                        new ModelsEndpoint(callers, snapshot, refusals),
                        refusals);
        var router = Router.router(VERTX);
        door.open(router);
        server = listen(router);
    }

    /** What a gateway is made of, where a test has a wish. */
    public record Parts(
            Settings settings,
            ClientKeys keys,
            SilenceLimit silence,
            Function<BodiesInFlight, List<AdmissionStep>> admission,
            Config config,
            RateStore rates) {

        public Parts with(ClientKeys other) {
            return new Parts(settings, other, silence, admission, config, rates);
        }

        public Parts with(SilenceLimit other) {
            return new Parts(settings, keys, other, admission, config, rates);
        }

        /** With this step behind the cap on bodies. */
        public Parts with(AdmissionStep step) {
            return new Parts(
                    settings, keys, silence, bodies -> List.of(bodies, step), config, rates);
        }

        public Parts with(Config other) {
            return new Parts(settings, keys, silence, admission, other, rates);
        }

        public Parts with(RateStore other) {
            return new Parts(settings, keys, silence, admission, config, other);
        }

        public GatewayUnderTest start() {
            return new GatewayUnderTest(this);
        }
    }

    public static Parts of(Settings settings) {
        return new Parts(
                settings,
                IssuedKeys.none(),
                new SilenceLimit(new LiveGatewayConfig()),
                List::of,
                Config.EMPTY,
                new MemoryRates());
    }

    public static GatewayUnderTest start() {
        return of(Settings.USUAL).start();
    }

    private static HttpServer listen(Router router) {
        // As Quarkus listens, and hands requests over.
        var options = new HttpServerOptions().setHost("127.0.0.1").setDecompressionSupported(true);
        return VERTX.createHttpServer(options)
                .requestHandler(
                        request -> {
                            request.pause();
                            router.handle(request);
                        })
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    /** A plan of the route {@code default}. */
    public static Uni<RoutePlan> plan(String... targets) {
        return Uni.createFrom()
                .item(
                        new RoutePlan(
                                "default",
                                Arrays.stream(targets).map(Target::of).toList(),
                                "since the test says so",
                                7));
    }

    /** From now on the plan is these targets. */
    public GatewayUnderTest routeTo(String... targets) {
        return route(request -> plan(targets));
    }

    public GatewayUnderTest route(RoutingApi other) {
        routing = other;
        return this;
    }

    public ScriptedProvider provider() {
        return provider;
    }

    public SimpleMeterRegistry meters() {
        return meters;
    }

    public BodiesInFlight bodies() {
        return bodies;
    }

    /** A request to a path of this gateway. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
    }

    public HttpRequest.Builder message(String body) {
        return request("/v1/messages").POST(BodyPublishers.ofString(body));
    }

    /** Sends a request and waits for its whole answer. */
    public Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return Answer.of(HTTP_1.send(request.build(), BodyHandlers.ofString()));
    }

    public Answer post(String body) throws IOException, InterruptedException {
        return send(message(body));
    }

    /** Posts a message, to read its answer while it comes. */
    public OpenAnswer open(String body) {
        return new OpenAnswer(
                HTTP_1.sendAsync(message(body).build(), BodyHandlers.ofInputStream()));
    }

    /** The same by HTTP/2, as clients of the JDK do without being asked to. */
    public OpenAnswer openByHttp2(String body) {
        return new OpenAnswer(
                HTTP_2.sendAsync(message(body).build(), BodyHandlers.ofInputStream()));
    }

    public RawClient connect() throws IOException {
        return new RawClient(server.actualPort());
    }

    /** Stops, and fails where an exception has reached nobody. */
    @Override
    public void close() {
        server.close()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
        var unhandled = List.copyOf(UNHANDLED);
        UNHANDLED.clear();
        assertThat(unhandled).isEmpty();
    }
}
