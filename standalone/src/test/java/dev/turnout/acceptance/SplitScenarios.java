package dev.turnout.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.acceptance.client.EventStream;
import dev.turnout.acceptance.client.Load;
import dev.turnout.acceptance.client.OpenStream;
import dev.turnout.acceptance.client.Request;
import dev.turnout.acceptance.stack.Await;
import dev.turnout.acceptance.stack.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds where each service is a process of its own. */
interface SplitScenarios extends Scenario {

    int CLIENTS = 8;

    /** Requests that begin while a service is away: more than enough to meet each of its ways. */
    int IN_THE_GAP = 40;

    /** Whether PostgreSQL holds who brought the revision. */
    boolean isAudited(long revision);

    @ParameterizedTest
    @MethodSource("dev.turnout.acceptance.InternalPath#all")
    default void internalPathsWantTheSecret(InternalPath internal) throws Exception {
        // When
        var answer = internal.call(stage());

        // Then
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorType()).isEqualTo("authentication_error");
    }

    @ParameterizedTest
    @MethodSource("dev.turnout.acceptance.InternalPath#waysRound")
    default void noWayLeadsRoundTheSecret(InternalPath internal) throws Exception {
        // When
        var answer = internal.call(stage());

        // Then
        assertThat(answer.status()).isIn(401, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "wrongwrongwrongwrongwrongwrongwrongwrongwro"})
    default void aWrongSecretIsNone(String secret) throws Exception {
        for (var internal : InternalPath.all().toList()) {
            // When
            var answer = internal.call(stage(), "x-turnout-service-secret", secret);

            // Then
            assertThat(answer.status()).as(internal.toString()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.turnout.acceptance.Gap#all")
    default void aKilledServiceIsFeltAsTheTableSays(Gap gap) throws Exception {
        stage().provider().allowUnknownFields();
        try (var load = Load.start(CLIENTS, stage().client(), SplitScenarios::request)) {
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
    default void aServiceStartsFromItsLastGoodSnapshot(Service service) {
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
    default void everyLogBearsTheRequestId(Service service) {
        // When
        var answer = stage().send(Request.stream("vendor/claude-x"));

        // Then
        stage().awaitLogged(service, answer.header("request-id"));
    }

    @Test
    default void whatIsAcceptedIsInTheAuditTableOfPostgreSql() {
        // Given
        var document = Stage.usual(stage().provider()).route("background", "vendor/claude-small");

        // When
        long revision = stage().stack().pushConfig(document.toString());

        // Then
        Await.until(
                Duration.ofSeconds(30),
                () ->
                        isAudited(revision)
                                ? Optional.empty()
                                : Optional.of("an audit entry of revision " + revision));
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
