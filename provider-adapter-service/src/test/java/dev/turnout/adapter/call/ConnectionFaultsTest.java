package dev.turnout.adapter.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.adapter.Listener;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.fakeprovider.Answer;
import dev.turnout.fakeprovider.FakeProvider;
import dev.turnout.fakeprovider.Header;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be at the other end in place of a provider. */
class ConnectionFaultsTest {

    private final FakeProvider upstream = FakeProvider.start();
    private final Adapter adapter = new Adapter();

    @AfterEach
    void close() {
        adapter.close();
        upstream.close();
    }

    @Test
    void nobodyListensThere() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        adapter.with(Configured.provider(URI.create("http://127.0.0.1:" + port)));

        var problem = adapter.ask(Asked.of("fake/m")).whole().problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.PROVIDER_FAILED);
        assertThat(problem.message()).contains("refused").doesNotContain("127.0.0.1");
    }

    @Test
    void nobodySpeaksTlsThere() {
        adapter.with(
                Configured.provider(URI.create("https://127.0.0.1:" + upstream.url().getPort())));

        var problem = adapter.ask(Asked.of("fake/m")).whole().problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.PROVIDER_FAILED);
        assertThat(problem.message()).contains("no secure connection");
        assertThat(upstream.count()).isZero();
    }

    @Test
    void aRedirectIsNotFollowed() {
        adapter.with(Configured.provider(upstream.url()));
        upstream.answer(
                request ->
                        new Answer.Raw(
                                307,
                                List.of(new Header("location", upstream.url() + "/elsewhere")),
                                new byte[0]));

        var problem = adapter.ask(Asked.of("fake/m")).whole().problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.PROVIDER_FAILED);
        assertThat(upstream.count()).isEqualTo(1);
    }

    @Test
    void nobodyVouchesForItsCertificate(@TempDir Path folder) throws Exception {
        var received = new AtomicInteger();
        var server =
                adapter.vertx()
                        .createHttpServer(
                                new HttpServerOptions()
                                        .setHost("127.0.0.1")
                                        .setPort(0)
                                        .setSsl(true)
                                        .setPfxKeyCertOptions(selfSigned(folder)))
                        .requestHandler(
                                request -> {
                                    received.incrementAndGet();
                                    request.response().end();
                                });
        Listener.await(server.listen().toCompletionStage().toCompletableFuture());
        adapter.with(Configured.provider(URI.create("https://localhost:" + server.actualPort())));

        var problem = adapter.ask(Asked.of("fake/m")).whole().problem();

        assertThat(problem.code()).isEqualTo(ProblemCode.PROVIDER_FAILED);
        assertThat(problem.message()).contains("no secure connection");
        assertThat(received).hasValue(0);
    }

    @Test
    void itDoesNotSpeakHttp() {
        var server =
                adapter.vertx()
                        .createNetServer()
                        .connectHandler(socket -> socket.write("SSH-2.0-OpenSSH_9.9\r\n\r\n"));
        Listener.await(server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture());
        adapter.with(Configured.provider(URI.create("http://127.0.0.1:" + server.actualPort())));

        assertThat(adapter.ask(Asked.of("fake/m")).whole().problem().code())
                .isEqualTo(ProblemCode.PROVIDER_FAILED);
    }

    @Test
    void itHangsUp() {
        var server =
                adapter.vertx()
                        .createNetServer()
                        .connectHandler(socket -> socket.handler(request -> socket.close()));
        Listener.await(server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture());
        adapter.with(Configured.provider(URI.create("http://127.0.0.1:" + server.actualPort())));

        assertThat(adapter.ask(Asked.of("fake/m")).whole().problem().message())
                .contains("closed the connection without an answer");
    }

    private static PfxOptions selfSigned(Path folder) throws Exception {
        var store = folder.resolve("store.p12");
        var keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-alias",
                                "test",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "changeit",
                                "-keystore",
                                store.toString())
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        return new PfxOptions().setPath(store.toString()).setPassword("changeit");
    }
}
