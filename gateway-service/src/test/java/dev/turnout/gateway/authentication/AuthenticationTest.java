package dev.turnout.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.Principal;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.gateway.dispatch.Frames;
import dev.turnout.gateway.front.GatewayUnderTest;
import dev.turnout.gateway.front.Settings;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets through the door, and what the others are told. */
class AuthenticationTest {

    private static final String KEY = "to_anna1234_Zm9yIHRlc3RzLCAyNTYgYml0cyBvZiBub3RoaW5n";

    private final Path folder;

    AuthenticationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private GatewayUnderTest withKeys() {
        var gateway = GatewayUnderTest.of(Settings.USUAL).with(IssuedKeys.of(folder, KEY)).start();
        gateway.provider().reply("p/m", Frames.json(200), Frames.bytes("{}"), Frames.end());
        return gateway;
    }

    /** A key ring that has not come yet must not be taken for an empty one. */
    @Test
    void untilTheKeysHaveComeNobodyIsLetIn() throws Exception {
        try (var gateway = GatewayUnderTest.of(Settings.USUAL).with(IssuedKeys.unknown()).start()) {
            var answer = gateway.post(GatewayUnderTest.PLAIN).isRefusal(503, "api_error", true);

            assertThat(answer.header("retry-after")).isEqualTo("1");
        }
    }

    private static GatewayUnderTest keyless() {
        var gateway = GatewayUnderTest.start();
        gateway.provider().reply("p/m", Frames.json(200), Frames.bytes("{}"), Frames.end());
        return gateway;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    x-api-key: KEY               |
                    authorization: Bearer KEY    |
                    authorization: bearer KEY    |
                    Authorization: Bearer  KEY   |
                    authorization: KEY           |
                    authorization: Bearer KEY    | x-api-key: sk-ant-of-another
                    authorization: Bearer wrong  | x-api-key: KEY
                    authorization: Bearer KEY    | x-api-key: KEY
                    authorization: Basic d3Jvbmc | x-api-key: KEY
                    x-api-key: KEY               | origin: http://a.page.example
                    """)
    void aValidKeyLetsInWhicheverHeaderBearsIt(String first, String second) throws Exception {
        try (var gateway = withKeys();
                var client = gateway.connect()) {
            var lines = second == null ? new String[] {first} : new String[] {first, second};
            for (int i = 0; i < lines.length; i++) {
                lines[i] = lines[i].replace("KEY", KEY);
            }

            assertThat(client.post(GatewayUnderTest.PLAIN, lines).answer().status()).isEqualTo(200);

            var call = gateway.provider().next().call();
            assertThat(call.context().principal().key()).isEqualTo("anna1234");
            assertThat(call.headers()).map(Header::value).noneMatch(v -> v.contains("to_"));
            assertThat(call.headers())
                    .map(Header::name)
                    .doesNotContain("authorization", "x-api-key");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-api-key: to_anna1234_wrong",
                "authorization: Bearer to_nobody00_Zm9yIHRlc3RzLCAyNTYgYml0cyBvZiBub3RoaW5n",
                "authorization: Bearer",
                "authorization:",
                "x-api-key: ",
                "x-other: to_anna1234_Zm9yIHRlc3RzLCAyNTYgYml0cyBvZiBub3RoaW5n",
                "cookie: x-api-key=to_anna1234_Zm9yIHRlc3RzLCAyNTYgYml0cyBvZiBub3RoaW5n"
            })
    void withoutOneTheAnswerIs401AndNoRetry(String line) throws Exception {
        try (var gateway = withKeys();
                var client = gateway.connect()) {
            var answer = client.post(GatewayUnderTest.PLAIN, line).answer();

            answer.isRefusal(401, "authentication_error", false);
            assertThat(answer.message()).contains("ANTHROPIC_AUTH_TOKEN").doesNotContain("to_");
            assertThat(answer.headers())
                    .containsOnlyKeys(
                            "content-type", "content-length", "request-id", "x-should-retry");
            assertThat(gateway.provider().isIdle()).isTrue();
        }
    }

    @Test
    void aMissingKeyAndAWrongOneAreToldApart() throws Exception {
        try (var gateway = withKeys()) {
            var missing = gateway.post(GatewayUnderTest.PLAIN);
            var wrong =
                    gateway.send(gateway.message(GatewayUnderTest.PLAIN).header("x-api-key", "no"));

            assertThat(missing.message()).startsWith("No key was sent.");
            assertThat(wrong.message()).startsWith("The key is not known");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:3456",
                "LocalHost:3456",
                "127.0.0.1",
                "127.0.0.1:3456",
                "[::1]",
                "[::1]:3456"
            })
    void withoutKeysThisMachinesProgramsAreLetIn(String host) throws Exception {
        try (var gateway = keyless();
                var client = gateway.connect()) {
            client.send(raw(host, "")).answer();

            assertThat(gateway.provider().next().call().context().principal())
                    .isEqualTo(Principal.LOCAL);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:3456",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil.example#localhost",
                "10.0.0.1:3456",
                "[::2]:3456",
                "[::1].evil.example"
            })
    void withoutKeysAnotherNameIsRefused(String host) throws Exception {
        try (var gateway = keyless();
                var client = gateway.connect()) {
            var answer = client.send(raw(host, "")).answer();

            assertThat(answer.status()).isIn(400, 403);
            assertThat(gateway.provider().isIdle()).isTrue();
        }
    }

    @Test
    void aNameThatOnlyPointsHereIsRefusedInWords() throws Exception {
        try (var gateway = keyless();
                var client = gateway.connect()) {
            client.send(raw("evil.example", "")).answer().isRefusal(403, "permission_error", false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "http://127.0.0.1:3456", "null"})
    void withoutKeysNoWebPageIsLetInNotEvenOurOwn(String origin) throws Exception {
        try (var gateway = keyless();
                var client = gateway.connect()) {
            client.send(raw("localhost", "Origin: " + origin + "\r\n"))
                    .answer()
                    .isRefusal(403, "permission_error", false);
            assertThat(gateway.provider().isIdle()).isTrue();
        }
    }

    private static String raw(String host, String lines) {
        var body = GatewayUnderTest.PLAIN;
        return "POST /v1/messages HTTP/1.1\r\nHost: %s\r\n%sContent-Length: %d\r\n\r\n%s"
                .formatted(host, lines, body.length(), body);
    }

    @Test
    void withoutKeysHttp2IsLetInByItsAuthority() throws Exception {
        try (var gateway = keyless()) {
            var answer = gateway.openByHttp2(GatewayUnderTest.PLAIN);

            assertThat(answer.wholeText()).isEqualTo("{}");
            assertThat(answer.head().statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::1", "10.1.2.3", "::ffff:192.0.2.1"})
    void withoutKeysNobodyElseOnTheNetworkIsLetIn(String peer) {
        assertThat(new Authentication(IssuedKeys.none()).of(from(peer)))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused ->
                                assertThat(refused.problem().code())
                                        .isEqualTo(ProblemCode.UNAUTHENTICATED));
    }

    /** A request of which only the peer is looked at. */
    private static HttpServerRequest from(String peer) {
        return (HttpServerRequest)
                Proxy.newProxyInstance(
                        HttpServerRequest.class.getClassLoader(),
                        new Class<?>[] {HttpServerRequest.class},
                        (self, method, arguments) ->
                                switch (method.getName()) {
                                    case "remoteAddress" ->
                                            SocketAddress.inetSocketAddress(40_000, peer);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
