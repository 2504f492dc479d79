package dev.turnout.gateway.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.turnout.gateway.front.Settings;
import dev.turnout.gateway.ledger.CapturedLog;
import dev.turnout.kit.address.AddressRange;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a request is counted for, and who is believed when he names another. */
class ClientAddressTest {

    private static final ClientAddress TRUSTING =
            new ClientAddress(Settings.USUAL.withTrustedProxies("10.0.0.0/8", "fd00::/8"));

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    192.0.2.7,          192.0.2.7
                    ::ffff:192.0.2.7,   192.0.2.7
                    127.0.0.1,          127.0.0.1
                    2001:db8:1:2:3::4,  2001:db8:1:2:0:0:0:0/64
                    2001:db8:1:2:ffff::, 2001:db8:1:2:0:0:0:0/64
                    2001:db8:1:3::1,    2001:db8:1:3:0:0:0:0/64
                    ::1,                0:0:0:0:0:0:0:0/64
                    """)
    void aPeerIsItsAddressAndOfIpv6ItsNetwork(String peer, String counted) {
        assertThat(TRUSTING.of(from(peer))).isEqualTo(counted);
    }

    @Test
    void aPeerWithoutAnAddressIsLocal() {
        var socket = SocketAddress.domainSocketAddress("a-socket");

        assertThat(TRUSTING.of(request(socket, List.of()))).isEqualTo("local");
    }

    /** Each proxy appends whom it heard from, so only what trusted ones wrote counts. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    192.0.2.7 | 198.51.100.1                          | 192.0.2.7
                    10.0.0.1  | 198.51.100.1                          | 198.51.100.1
                    10.0.0.1  | 6.6.6.6, 198.51.100.1                 | 198.51.100.1
                    10.0.0.1  | 6.6.6.6, 198.51.100.1, 10.9.9.9       | 198.51.100.1
                    10.0.0.1  | 10.1.1.1, 10.2.2.2                    | 10.1.1.1
                    10.0.0.1  | 198.51.100.1:4711                     | 198.51.100.1
                    10.0.0.1  | [2001:db8::1]:4711                    | 2001:db8:0:0:0:0:0:0/64
                    10.0.0.1  | [2001:db8::1]                         | 2001:db8:0:0:0:0:0:0/64
                    10.0.0.1  | 2001:db8::1                           | 2001:db8:0:0:0:0:0:0/64
                    fd00::1   | 198.51.100.1                          | 198.51.100.1
                    10.0.0.1  | 198.51.100.1, unknown                 | 10.0.0.1
                    10.0.0.1  | 198.51.100.1, a.name.example, 10.2.2.2| 10.2.2.2
                    10.0.0.1  | ''                                    | 10.0.0.1
                    10.0.0.1  | ', ,'                                 | 10.0.0.1
                    """)
    void onlyATrustedProxyIsBelieved(String peer, String forwarded, String counted) {
        assertThat(TRUSTING.of(from(peer, forwarded))).isEqualTo(counted);
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(TRUSTING.of(from("10.0.0.1", "6.6.6.6", "198.51.100.1", "10.2.2.2")))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void withoutConfigurationNobodyIsBelieved() {
        var address = new ClientAddress(Settings.USUAL);

        assertThat(address.of(from("127.0.0.1", "198.51.100.1"))).isEqualTo("127.0.0.1");
    }

    @Test
    void thatAProxyIsNotTrustedIsToldOnce() throws Exception {
        try (var log = CapturedLog.of(ClientAddress.class.getName())) {
            var address = new ClientAddress(Settings.USUAL);
            address.of(from("10.0.0.1"));
            assertThat(log.isSilent()).isTrue();

            address.of(from("10.0.0.1", "198.51.100.1"));
            address.of(from("10.0.0.1", "198.51.100.2"));

            assertThat(log.next()).contains("TURNOUT_GATEWAY_TRUSTED_PROXIES");
            assertThat(log.isSilent()).isTrue();
        }
    }

    @Test
    void whoIsNamedByNoTrustedProxyIsNoNews() {
        try (var log = CapturedLog.of(ClientAddress.class.getName())) {
            TRUSTING.of(from("192.0.2.7", "198.51.100.1"));

            assertThat(log.isSilent()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    10.0.0.0/8,     10.255.255.255, true
                    10.0.0.0/8,     11.0.0.0,       false
                    10.0.0.0/8,     fd00::1,        false
                    192.0.2.7,      192.0.2.7,      true
                    192.0.2.7,      192.0.2.8,      false
                    0.0.0.0/0,      192.0.2.8,      true
                    2001:db8::/32,  2001:db8:9::1,  true
                    2001:db8::/32,  2001:db9::1,    false
                    """)
    void aNetworkHoldsItsAddresses(String network, String address, boolean inside) {
        assertThat(AddressRange.of(network).contains(InetAddress.ofLiteral(address)))
                .isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "proxy.example", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "/8"})
    void whatIsNoNetworkIsRefused(String written) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.of(written));
    }

    private static HttpServerRequest from(String peer, String... forwarded) {
        return request(SocketAddress.inetSocketAddress(40_000, peer), List.of(forwarded));
    }

    /** A request of which only the peer and one header are looked at. */
    private static HttpServerRequest request(SocketAddress peer, List<String> forwarded) {
        var headers = MultiMap.caseInsensitiveMultiMap().add("X-Forwarded-For", forwarded);
        return (HttpServerRequest)
                Proxy.newProxyInstance(
                        HttpServerRequest.class.getClassLoader(),
                        new Class<?>[] {HttpServerRequest.class},
                        (self, method, arguments) ->
                                switch (method.getName()) {
                                    case "remoteAddress" -> peer;
                                    case "headers" -> headers;
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }
}
