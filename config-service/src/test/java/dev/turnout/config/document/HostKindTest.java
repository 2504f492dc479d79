package dev.turnout.config.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostKindTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.anthropic.com",
                "api.anthropic.com.",
                "localhost.example.com",
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.1",
                "100.128.0.1",
                "[2606:4700::1111]",
                "[::ffff:8.8.8.8]"
            })
    void isPublic(String host) {
        assertThat(HostKind.of(host)).isEqualTo(HostKind.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "a.localhost.",
                "vllm",
                "vllm.llm.svc",
                "vllm.llm.svc.cluster.local",
                "metadata.google.internal",
                "printer.local",
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "168.63.129.16",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.19.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::]",
                "[::1]",
                "[::ffff:10.0.0.1]",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                "[2002:7f00:1::]",
                "[2001:0:1::1]",
                "[64:ff9b::10.0.0.1]"
            })
    void isInternal(String host) {
        assertThat(HostKind.of(host)).isEqualTo(HostKind.INTERNAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.1",
                "2130706433",
                "0x7f000001",
                "0177.0.0.1",
                "1.2.3.4.5",
                "10.0.0.256"
            })
    void isUnclear(String host) {
        assertThat(HostKind.of(host)).isEqualTo(HostKind.UNCLEAR);
    }

    @Test
    void whatIsNeitherNameNorAddressIsUnclear() {
        assertThat(HostKind.of(null)).isEqualTo(HostKind.UNCLEAR);
    }
}
