package dev.turnout.kit.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.kit.JsonAsInQuarkus;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.jboss.resteasy.reactive.common.jaxrs.ResponseImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemOnTheWireTest {

    private static final ObjectMapper JSON = JsonAsInQuarkus.mapper();

    private final ProblemWriter writer = new ProblemWriter();
    private final ProblemReader reader = new ProblemReader();

    /** An answer as the REST client sees it: a status and a body to be read as JSON. */
    private static final class Received extends ResponseImpl {

        private final byte[] body;

        Received(int status, byte[] body) {
            setStatus(status);
            this.body = body;
        }

        @Override
        public <T> T readEntity(Class<T> type) {
            try {
                return JSON.readValue(body, type);
            } catch (IOException e) {
                throw new ProcessingException(e);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void comesBackAsItWent(ProblemCode code) throws JsonProcessingException {
        var problem = Problem.of(code, "what is wrong, and what to do", 7);

        var sent = writer.toResponse(problem.asException());
        var received = new Received(sent.getStatus(), JSON.writeValueAsBytes(sent.getEntity()));

        assertThat(sent.getStatus()).isEqualTo(code.status());
        assertThat(sent.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
        assertThat(reader.toThrowable(received).problem()).isEqualTo(problem);
    }

    @Test
    void whenToTryAgainMayLack() throws JsonProcessingException {
        var problem = Problem.of(ProblemCode.NOT_FOUND, "no such revision");

        var sent = writer.toResponse(problem.asException());
        var received = new Received(sent.getStatus(), JSON.writeValueAsBytes(sent.getEntity()));

        assertThat(reader.toThrowable(received).problem()).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    500 | <html>oops</html>            | INTERNAL
                    401 | {"type":"error","error":{}}  | INTERNAL
                    404 | {}                           | INTERNAL
                    400 | {"code":"NOT_FOUND"}         | INTERNAL
                    400 | {"code":"OF_TOMORROW","message":"x"} | INTERNAL
                    500 | null                         | INTERNAL
                    502 | Bad Gateway                  | UNAVAILABLE
                    503 | no healthy upstream          | UNAVAILABLE
                    503 | {"status":"DOWN"}            | UNAVAILABLE
                    504 | ''                           | UNAVAILABLE
                    """)
    void whatIsNoProblemBecomesOne(int status, String body, ProblemCode code) {
        var read = reader.toThrowable(new Received(status, body.getBytes(UTF_8))).problem();

        assertThat(read.code()).isEqualTo(code);
        assertThat(read.message())
                .startsWith("a service of the gateway")
                .doesNotContain(body + "x");
    }
}
