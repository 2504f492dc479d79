package dev.turnout.adapter.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.anthropic.com,              true,  api.anthropic.com, 443,   ''",
        "https://api.anthropic.com/,             true,  api.anthropic.com, 443,   ''",
        "https://api.groq.com/openai/v1,         true,  api.groq.com,      443,   /openai/v1",
        "https://api.deepseek.com/anthropic,     true,  api.deepseek.com,  443,   /anthropic",
        "https://relay.example:8443/a/b//,       true,  relay.example,     8443,  /a/b",
        "HTTP://localhost:11434,                 false, localhost,         11434, ''",
        "http://[::1]:8000/x,                    false, [::1],             8000,  /x",
        "http://vllm.llm.svc,                    false, vllm.llm.svc,      80,    ''"
    })
    void isReadAsUsersWriteIt(String text, boolean secure, String host, int port, String path) {
        assertThat(BaseUrl.of(text)).isEqualTo(new BaseUrl(secure, host, port, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.anthropic.com",
                "ftp://relay.example",
                "https://",
                "https:///path",
                "https://user:password@relay.example",
                "https://relay.example?key=1",
                "https://relay.example#x",
                "https://relay example"
            })
    void whatCannotBeCalledIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> BaseUrl.of(text));
    }

    @Test
    void aPasswordInItIsNotShown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BaseUrl.of("https://user:canary@relay.example"))
                .withMessageNotContaining("canary");
    }
}
