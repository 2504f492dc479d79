package dev.turnout.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.gateway.dispatch.Frames;
import dev.turnout.gateway.front.GatewayUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One line a request, which nobody else can write. */
class AccessLogTest {

    private CapturedLog log;
    private GatewayUnderTest gateway;

    @BeforeEach
    void start() {
        log = CapturedLog.of(CapturedLog.ACCESS);
        gateway = GatewayUnderTest.start();
        gateway.provider().reply("p/m", Frames.json(200), Frames.bytes("{}"), Frames.end());
    }

    @AfterEach
    void stop() {
        gateway.close();
        log.close();
    }

    @Test
    void anAnswerIsOneLineWithAllThatIsCounted() throws Exception {
        gateway.post(GatewayUnderTest.PLAIN);

        assertThat(log.next())
                .matches(
                        "request ended outcome=answered status=200 class=[a-z]+ model=any"
                                + " route=default target=p/m attempts=1 revision=7 key=local"
                                + " input=66 output=44 first_ms=\\d+ ms=\\d+");
        assertThat(log.isSilent()).isTrue();
    }

    @Test
    void anAnswerIsMeasured() throws Exception {
        gateway.post(GatewayUnderTest.PLAIN);
        log.next();

        var took =
                gateway.meters()
                        .get("gen_ai.server.request.duration")
                        .tag("outcome", "answered")
                        .tag("gen_ai.provider.name", "p")
                        .timer();
        var tokens =
                gateway.meters()
                        .get("gen_ai.client.token.usage")
                        .tag("gen_ai.token.type", "input")
                        .summary();
        assertThat(took.count()).isEqualTo(1);
        assertThat(tokens.totalAmount()).isEqualTo(66);
        assertThat(gateway.meters().get("gen_ai.server.time_to_first_token").timer().count())
                .isEqualTo(1);
    }

    @Test
    void whoIsRefusedAtTheDoorIsCountedThere() throws Exception {
        gateway.post("[]");

        assertThat(log.isSilent()).isTrue();
        var rejected =
                gateway.meters()
                        .get("gateway.rejections")
                        .tag("reason", "invalid_request")
                        .counter();
        assertThat(rejected.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\\nrequest ended outcome=answered",
                "x\\r\\n2026 INFO forged",
                "x\\u0085forged",
                "x\\u2028forged",
                "x\\u001b[2Jforged",
                "x\\u202eforged",
                "x outcome=answered key=of-another"
            })
    void aModelsNameCannotWriteALineOfItsOwn(String name) throws Exception {
        gateway.post(GatewayUnderTest.PLAIN.replace("any", name));

        var line = log.next();
        assertThat(line).startsWith("request ended outcome=answered ").contains(" model=x_");
        assertThat(line.split(" ")).hasSize(15);
        assertThat(line.codePoints()).allMatch(c -> c == ' ' || c > ' ' && c < 127);
        assertThat(log.isSilent()).isTrue();
    }

    @Test
    void aLongNameIsCut() throws Exception {
        gateway.post(GatewayUnderTest.PLAIN.replace("any", "x".repeat(100_000)));

        assertThat(log.next()).hasSizeLessThan(500).contains("xxx… route=default");
    }

    @Test
    void aTargetThatTheClientNamedCannotEither() throws Exception {
        gateway.routeTo("p/x\nforged", "p/m");
        gateway.provider()
                .reply("p/x\nforged", Frames.failure(ProblemCode.PROVIDER_FAILED, "away\nforged"));

        gateway.post(GatewayUnderTest.PLAIN);

        assertThat(log.next()).isEqualTo("failed over from=p/x_forged to=p/m code=provider_failed");
        assertThat(log.next()).contains("target=p/m attempts=2");
    }
}
