package dev.turnout.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Principal;
import java.time.Instant;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLogTest {

    @AfterEach
    void forget() {
        MDC.remove(RequestLog.REQUEST_ID);
    }

    @Test
    void linesBearTheIdOfTheRequest() {
        RequestLog.mark(new CallContext("req_1", Principal.LOCAL, Instant.EPOCH));

        assertThat(MDC.get("requestId")).isEqualTo("req_1");
    }

    @ParameterizedTest
    @CsvSource({
        "'a b\nc\td\u0000e',            a_b_c_d_e",
        "'a\u2028b\u2029c\u0085d\u200Be', a_b_c_d_e",
        "openrouter/Qwen3-☀:free,       openrouter/Qwen3-☀:free"
    })
    void nobodyWritesALineOrAFieldOfTheirOwn(String text, String printed) {
        assertThat(RequestLog.printable(text)).isEqualTo(printed);
    }

    @Test
    void whatIsPrintedIsNotLong() {
        assertThat(RequestLog.printable("x".repeat(1_000))).isEqualTo("x".repeat(120) + "…");
    }
}
