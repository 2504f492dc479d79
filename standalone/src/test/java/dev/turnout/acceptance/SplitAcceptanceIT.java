package dev.turnout.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.client.EventStream;
import dev.turnout.acceptance.client.Load;
import dev.turnout.acceptance.client.OpenStream;
import dev.turnout.acceptance.client.Request;
import dev.turnout.acceptance.stack.Service;
import dev.turnout.acceptance.stack.SplitStack;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite on five processes, and what holds only there. */
class SplitAcceptanceIT extends AcceptanceSuite {

    private static final int CLIENTS = 8;

    /** Requests that begin while a service is away: more than enough to meet each of its ways. */
    private static final int IN_THE_GAP = 40;

    SplitAcceptanceIT() {
        super(SplitStack::start);
    }

    @ParameterizedTest
    @MethodSource("dev.turnout.acceptance.InternalPath#all")
    void internalPathsWantTheSecret(InternalPath internal) throws Exception {
        // When
        var answer = internal.call(stage());

        // Then
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorType()).isEqualTo("authentication_error");
    }

    @ParameterizedTest
    @MethodSource("dev.turnout.acceptance.InternalPath#waysRound")
    void noWayLeadsRoundTheSecret(InternalPath internal) throws Exception {
        // When
        var answer = internal.call(stage());

        // Then
        assertThat(answer.status()).isIn(401, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "wrongwrongwrongwrongwrongwrongwrongwrongwro"})
    void aWrongSecretIsNone(String secret) throws Exception {
        for (var internal : InternalPath.all().toList()) {
            // When
            var answer = internal.call(stage(), "x-turnout-service-secret", secret);

            // Then
            assertThat(answer.status()).as(internal.toString()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.turnout.acceptance.Gap#all")
    void aKilledServiceIsFeltAsTheTableSays(Gap gap) throws Exception {
        try (var load = Load.start(CLIENTS, stage().client(), SplitAcceptanceIT::request)) {
            // Given
            var running = stage().open(Request.stream("vendor/" + gap.model()));
            running.readUntil("«1»");
            load.next(CLIENTS);

            // When
            stage().stack().kill(gap.killed());
            load.next(IN_THE_GAP);
            stage().stack().restart(gap.killed());
            stage().stack().awaitApplied();

            // Then
            assertThat(load.all()).filteredOn(gap.request().negate()).isEmpty();
            assertThat(lastEvent(running)).isEqualTo(gap.runningStream());
            assertThat(load.next(IN_THE_GAP))
                    .as("once it is back")
                    .filteredOn(Gap::isNotWhole)
                    .isEmpty();
            load.stop();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ROUTING", "ADAPTER", "GATEWAY"})
    void aServiceStartsFromItsLastGoodSnapshot(Service service) {
        // Given
        stage().stack().kill(Service.CONFIG);
        stage().stack().kill(service);

        // When
        stage().stack().restart(service);

        // Then
        assertThat(stage().send(Request.stream("claude-x")).tokens()).isEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource(names = {"GATEWAY", "ROUTING", "ADAPTER"})
    void everyLogBearsTheRequestId(Service service) {
        // When
        var answer = stage().send(Request.stream("vendor/claude-x"));

        // Then
        stage().awaitLogged(service, answer.header("request-id"));
    }

    @Test
    void whatIsAcceptedIsInTheAuditTableOfPostgreSql() {
        // Given
        var document = Stage.usual(stage().provider()).route("background", "vendor/claude-small");

        // When
        long revision = stage().stack().pushConfig(document.toString());

        // Then
        ((SplitStack) stage().stack()).awaitAudited(revision);
    }

    private static Request request(int number) {
        return number % 2 == 0
                ? Request.stream("vendor/fake-stream-20x20")
                : Request.whole("claude-x");
    }

    private static String lastEvent(OpenStream stream) throws IOException {
        try (stream) {
            return EventStream.of(stream.readToEnd()).lastName();
        } catch (IOException broken) {
            return "";
        }
    }
}
