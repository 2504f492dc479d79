package dev.turnout.search.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "ftp://example.com/a",
                "javascript:alert(1)",
                "data:text/html,hello",
                "https://",
                "https:///a",
                "https://user@example.com/",
                "https://evil.org\\@example.com/",
                "https://example.com\\evil.org/",
                "https://example.com/a b",
                "https://example.com/a\nb",
                "https://example.com/\u202Egpj.exe",
                "https://[::1]/",
                "https://exa_mple..com/",
                "https://example.com:port/",
                "https://example.com:80:80/"
            })
    void whatIsNoPageOfTheWebIsNone(String url) {
        assertThat(WebAddress.of(url)).isEmpty();
    }

    @Test
    void anAddressAsLongAsABookIsNone() {
        assertThat(WebAddress.of("https://example.com/" + "a".repeat(2_048))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com, https://example.com/",
        "https://example.com/a, http://example.com/a",
        "https://example.com/a, https://www.example.com/a/",
        "https://example.com/a, HTTPS://Example.COM:443/a#part",
        "https://example.com/a, https://example.com/a?utm_source=x&gclid=1",
        "https://example.com/a?id=1, https://example.com/a?utm_source=x&id=1&fbclid=2",
    })
    void whatLeadsToTheSamePageIsTheSame(String one, String other) {
        assertThat(canonical(one)).isEqualTo(canonical(other));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/a, https://example.com/b",
        "https://example.com/a, https://example.com/A",
        "https://example.com/a, https://docs.example.com/a",
        "https://example.com/a, https://example.com:8443/a",
        "https://example.com/a?id=1, https://example.com/a?id=2",
        "https://example.com/a?id=1, https://example.com/a",
    })
    void whatMayBeAnotherPageIsAnother(String one, String other) {
        assertThat(canonical(one)).isNotEqualTo(canonical(other));
    }

    private static String canonical(String url) {
        return WebAddress.of(url).orElseThrow().canonical();
    }
}
