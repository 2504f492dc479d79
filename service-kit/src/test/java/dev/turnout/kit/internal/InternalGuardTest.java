package dev.turnout.kit.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks a real router over a bare socket, since a client library would tidy the path up. */
class InternalGuardTest {

    private static final String WITHOUT = "";
    private static final String WITH = ServiceSecret.HEADER + ": " + Doors.SECRET + "\r\n";
    private static final String WRONG = ServiceSecret.HEADER + ": " + Doors.SECRET + "x\r\n";

    private static final Vertx VERTX = Vertx.vertx();

    private static int guarded;
    private static int closed;

    @BeforeAll
    static void open(@TempDir Path dir) throws Exception {
        var secret = Doors.secret(dir);
        guarded = serve(new InternalGuard(Doors.guarded(dir.resolve("other"), "unread"), secret));
        closed = serve(new InternalGuard(Doors.closed(), secret));
    }

    @AfterAll
    static void close() {
        VERTX.close();
    }

    /** 200 where a path leads inside, 204 where it leads elsewhere. */
    private static int serve(InternalGuard guard) throws Exception {
        var router = Router.router(VERTX);
        router.route().handler(guard::check);
        router.route("/internal").handler(inside -> inside.response().setStatusCode(200).end());
        router.route("/internal/*").handler(inside -> inside.response().setStatusCode(200).end());
        router.route().handler(elsewhere -> elsewhere.response().setStatusCode(204).end());
        HttpServer server =
                VERTX.createHttpServer()
                        .requestHandler(router)
                        .listen(0, "127.0.0.1")
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(5, TimeUnit.SECONDS);
        return server.actualPort();
    }

    private static String answer(int port, String path, String header) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            var request =
                    "POST %s HTTP/1.1\r\nhost: turnout\r\nconnection: close\r\n%s\r\n"
                            .formatted(path, header);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    private static int status(int port, String path, String header) throws IOException {
        return Integer.parseInt(answer(port, path, header).substring(9, 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal",
                "/internal/",
                "/internal/x",
                "//internal/x",
                "///internal//x",
                "/./internal/x",
                "/x/../internal/x",
                "/x/%2e%2e/internal/x",
                "/%69nternal/x",
                "/interna%6C/x",
                "/internal/x?secret=no",
                "/internal/../internal/x",
                "http://turnout/internal/x",
                "http://turnout//internal/x"
            })
    void everyWayInsideIsGuarded(String path) throws IOException {
        assertThat(status(guarded, path, WITHOUT)).isEqualTo(401);
        assertThat(status(guarded, path, WRONG)).isEqualTo(401);
        assertThat(status(guarded, path, WITH)).isEqualTo(200);
        assertThat(status(closed, path, WITHOUT)).isEqualTo(404);
        assertThat(status(closed, path, WITH)).isEqualTo(404);
    }

    /** Found by probing Quarkus REST: it drops {@code ;…} and decodes what is left. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal;a=b/x",
                "/internal;/x",
                "/internal%2Fx;a=b",
                "/internal/x;a",
                "/v1/messages;a"
            })
    void noPathHasMatrixParameters(String path) throws IOException {
        assertThat(status(guarded, path, WITHOUT)).isEqualTo(404);
        assertThat(status(guarded, path, WITH)).isEqualTo(404);
        assertThat(status(closed, path, WITHOUT)).isEqualTo(404);
    }

    /** Routing tells cases apart, and decodes neither twice nor a slash. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/messages",
                "/v1/messages?beta=true;a",
                "/internals/x",
                "/x/internal/x",
                "/INTERNAL/x",
                "/internal%2Fx",
                "/%2569nternal/x",
                "/internal/../v1/messages"
            })
    void whatLeadsElsewherePasses(String path) throws IOException {
        assertThat(status(guarded, path, WITHOUT)).isEqualTo(204);
        assertThat(status(closed, path, WITHOUT)).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "internal/x", "/internal%zz/x", "/%"})
    void whatIsNoPathLeadsNowhere(String path) throws IOException {
        assertThat(status(guarded, path, WITHOUT)).isNotEqualTo(200);
    }

    @Test
    void theRefusalSaysWhyAndNotToTryAgain() throws IOException {
        assertThat(answer(guarded, "/internal/x", WITHOUT))
                .contains(
                        "content-type: application/json",
                        "x-should-retry: false",
                        "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",",
                        "This path is for the services of Turnout only.");
        assertThat(answer(closed, "/internal/x", WITHOUT))
                .contains("\"type\":\"not_found_error\"")
                .doesNotContain("Turnout");
    }
}
