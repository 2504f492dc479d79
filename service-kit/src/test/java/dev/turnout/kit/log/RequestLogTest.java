package dev.turnout.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Principal;
import java.time.Instant;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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
}
