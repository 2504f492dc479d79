package dev.turnout.adapter.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.adapter.Listener;
import dev.turnout.contracts.provider.ProviderApi;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.fakeprovider.Answer;
import dev.turnout.fakeprovider.FakeProvider;
import dev.turnout.fakeprovider.ReceivedRequest;
import dev.turnout.fakeprovider.Reply;
import dev.turnout.kit.internal.InternalDoor;
import dev.turnout.kit.internal.ServiceSecret;
import dev.turnout.kit.reply.AdapterAddresses;
import dev.turnout.kit.reply.FrameCodec;
import dev.turnout.kit.reply.RemoteProvider;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data hop from end to end: the kit's client here, the adapter's route there. */
class CallRouteTest {

    private record At(URI url, Map<String, URI> groups) implements AdapterAddresses {}

    private record Door(Mode mode, Path secretFile) implements InternalDoor {}

    private final FakeProvider upstream = FakeProvider.start();
    private final Adapter adapter = new Adapter().with(Configured.provider(upstream.url()));
    private final Vertx gateway = Vertx.vertx();
    private final FrameCodec codec =
            new FrameCodec(JsonMapper.builder().addModule(new JavaTimeModule()).build());
    private int port;

    @BeforeEach
    void listen() {
        var router = Router.router(adapter.vertx());
        new CallRoute(adapter.calls(), codec).register(router);
        var server =
                adapter.vertx().createHttpServer().requestHandler(router).listen(0, "127.0.0.1");
        port = Listener.await(server.toCompletionStage().toCompletableFuture()).actualPort();
    }

    @AfterEach
    void close() {
        gateway.close().toCompletionStage().toCompletableFuture().join();
        adapter.close();
        upstream.close();
    }

    @Test
    void aReplyIsTheSameAsFromWithin() {
        upstream.answer(request -> new Answer.Stream(Reply.everyBlock("m"), Duration.ZERO));

        var within = adapter.ask(Asked.of("fake/m")).whole();
        var across = ask(Asked.of("fake/m")).whole();

        assertThat(across.head()).isEqualTo(within.head());
        assertThat(across.body()).isEqualTo(within.body());
        assertThat(across.end().usage()).isEqualTo(within.end().usage());
        assertThat(upstream.requests().getFirst().body())
                .isEqualTo(upstream.requests().getLast().body());
    }

    @Test
    void aLargeBodyArrivesWhole() {
        var text = "x☀".repeat(2 << 20);
        var asked =
                Asked.of("fake/m")
                        .withBody(
                                "{\"model\":\"m\",\"max_tokens\":9,\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\""
                                        + text
                                        + "\"}]}");

        assertThat(ask(asked).whole().end().usage().reported()).isTrue();
        assertThat(upstream.requests().getFirst().body()).isEqualTo(asked.body());
    }

    @Test
    void aFailureIsAFrame() {
        assertThat(ask(Asked.of("fake/fake-status-529")).whole().problem().message())
                .contains("scripted");
    }

    @Test
    void aGatewayThatLeavesIsFeltByTheProvider() {
        var received = new CompletableFuture<ReceivedRequest>();
        upstream.answer(
                request -> {
                    received.complete(request);
                    return new Answer.StallAfter(Reply.numbered("m", 20), 5);
                });
        var listener = ask(Asked.of("fake/m"));
        assertThat(listener.first()).isInstanceOf(ReplyFrame.Head.class);

        listener.cancel();

        Listener.await(Listener.await(received).clientLeft());
    }

    @Test
    void aGatewayThatLeavesEarlyIsFeltByTheProvider() {
        var received = new CompletableFuture<ReceivedRequest>();
        upstream.answer(
                request -> {
                    received.complete(request);
                    return new Answer.Hang();
                });
        var listener = ask(Asked.of("fake/m"));
        var request = Listener.await(received);

        listener.cancel();

        Listener.await(request.clientLeft());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\0\0\0\2{}", "\0\0\0\2no", "\0\0\1\0{}", "\377\377\377\377{}"})
    void whatIsNoCallIsRefusedInAFrame(String request) {
        var bytes = Buffer.buffer(request.getBytes(StandardCharsets.ISO_8859_1));

        var answer = post(bytes);

        assertThat(answer.toString(StandardCharsets.UTF_8)).contains("INVALID_REQUEST");
    }

    @Test
    void whatIsTooLargeIsRefusedInAFrame() {
        assertThat(post(Buffer.buffer(new byte[(40 << 20) + 1])).toString(StandardCharsets.UTF_8))
                .contains("TOO_LARGE");
    }

    private Listener ask(Asked asked) {
        ProviderApi provider =
                new RemoteProvider(
                        gateway,
                        codec,
                        new At(URI.create("http://127.0.0.1:" + port), Map.of()),
                        new ServiceSecret(new Door(InternalDoor.Mode.CLOSED, Path.of("none"))));
        return Listener.to(
                gateway.getOrCreateContext(),
                provider.call(asked.call(), asked.body()),
                Long.MAX_VALUE);
    }

    private Buffer post(Buffer body) {
        return Listener.await(
                gateway.createHttpClient()
                        .request(HttpMethod.POST, port, "127.0.0.1", ProviderApi.PATH)
                        .compose(request -> request.send(body))
                        .compose(response -> response.body())
                        .toCompletionStage()
                        .toCompletableFuture());
    }
}
