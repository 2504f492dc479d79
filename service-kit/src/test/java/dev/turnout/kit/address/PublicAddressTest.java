package dev.turnout.kit.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "168.63.129.17",
                "172.15.255.255",
                "223.255.255.255",
                "2606:4700::1111",
                "::ffff:8.8.8.8"
            })
    void isPublic(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.255.255.255",
                "100.64.0.1",
                "127.0.0.1",
                "168.63.129.16",
                "169.254.169.254",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.0.1",
                "198.19.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "2001:0:1::1",
                "2002:7f00:1::",
                "fc00::1",
                "fe80::1",
                "ff02::1"
            })
    void isNot(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isFalse();
    }
}
