package dev.turnout.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Principal;
import dev.turnout.contracts.Principal.Rights;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.Limits.Rate;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.contracts.routing.Traits;
import dev.turnout.gateway.admission.AdmissionStep.Decision;
import dev.turnout.gateway.rate.Limited;
import dev.turnout.gateway.rate.MemoryRates;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How often keys and users may ask. */
class RequestLimitTest {

    private static final Rate THREE = new Rate(1, 3);

    private final MemoryRates rates = new MemoryRates();

    @Test
    void withoutALimitNothingIsCountedAndNothingTold() {
        var step = step(Limits.NONE);

        for (int i = 0; i < 100; i++) {
            var decision = (Decision.Granted) ask(step, "k1", "anna");
            assertThat(decision.reservation().headers()).isEmpty();
        }
    }

    @Test
    void aKeyThatHasUsedItsLimitUpIsToldWhichAndWhenToComeBack() {
        var step = step(new Limits(THREE, null, null));
        ask(step, "k1", null);
        ask(step, "k1", null);
        ask(step, "k1", null);

        var denied = (Decision.Denied) ask(step, "k1", null);

        assertThat(denied.problem().code()).isEqualTo(ProblemCode.RATE_LIMITED);
        assertThat(denied.problem().retryAfterSeconds()).isBetween(1, 60);
        assertThat(denied.problem().message())
                .matches(
                        "This key may send 1 request a minute, 3 at once, and has done so\\. Wait"
                                + " \\d+ s; if this comes often, send fewer requests side by"
                                + " side, or ask for a higher limit\\.");
        assertThat(denied.headers())
                .contains(new Header("anthropic-ratelimit-requests-remaining", "0"));
        assertThat(ask(step, "k2", null)).isInstanceOf(Decision.Granted.class);
    }

    @Test
    void aUserHasOneLimitOverAllKeys() {
        var step = step(new Limits(null, THREE, null));
        ask(step, "k1", "anna");
        ask(step, "k2", "anna");
        ask(step, "k3", "anna");

        var denied = (Decision.Denied) ask(step, "k4", "anna");

        assertThat(denied.problem().message()).startsWith("This user, with all keys together,");
        assertThat(ask(step, "k1", "bert")).isInstanceOf(Decision.Granted.class);
        assertThat(ask(step, "k4", null)).isInstanceOf(Decision.Granted.class);
    }

    /** What the user's limit denies must not use the key's up. */
    @Test
    void aDenialIsNotCounted() {
        var step = step(new Limits(new Rate(1, 4), THREE, null));
        for (int i = 0; i < 20; i++) {
            ask(step, "k1", "anna");
        }

        assertThat(ask(step(new Limits(new Rate(1, 4), null, null)), "k1", "anna"))
                .isInstanceOf(Decision.Granted.class);
    }

    @Test
    void theTighterLimitIsTold() {
        var granted =
                (Decision.Granted) ask(step(new Limits(new Rate(1, 9), THREE, null)), "k1", "anna");

        assertThat(granted.reservation().headers())
                .startsWith(
                        new Header("anthropic-ratelimit-requests-limit", "3"),
                        new Header("anthropic-ratelimit-requests-remaining", "2"));
    }

    @Test
    void countingTokensIsOutsideTheLimit() {
        var step = step(new Limits(THREE, THREE, THREE));

        for (int i = 0; i < 30; i++) {
            assertThat(ask(step, "k1", "anna", RequestClass.COUNT))
                    .isInstanceOf(Decision.Granted.class);
        }
        assertThat(ask(step, "k1", "anna", RequestClass.EMBEDDING))
                .isInstanceOf(Decision.Granted.class);
    }

    @Test
    void aLimitThatChangesHoldsFromTheNextRequestOn() {
        var snapshot = Limited.to(Limits.NONE);
        var step = new RequestLimit(rates, snapshot);
        ask(step, "k1", "anna");

        Limited.to(snapshot, new Limits(new Rate(1, 1), null, null));

        assertThat(ask(step, "k1", "anna")).isInstanceOf(Decision.Granted.class);
        assertThat(ask(step, "k1", "anna")).isInstanceOf(Decision.Denied.class);
    }

    private RequestLimit step(Limits limits) {
        return new RequestLimit(rates, Limited.to(limits));
    }

    private static Decision ask(RequestLimit step, String key, @Nullable String user) {
        return ask(step, key, user, RequestClass.MAIN);
    }

    private static Decision ask(
            RequestLimit step, String key, @Nullable String user, RequestClass kind) {
        var context = new CallContext("r", new Principal(key, user, null, Rights.ALL), Instant.MAX);
        var decision = step.reserve(context, traits(kind)).await().indefinitely();
        if (decision instanceof Decision.Granted(var reservation)) {
            reservation.settle(Usage.NONE);
        }
        return decision;
    }

    private static Traits traits(RequestClass kind) {
        return new Traits(
                Dialect.ANTHROPIC,
                "any",
                kind,
                true,
                0,
                null,
                0,
                false,
                null,
                null,
                null,
                null,
                10,
                1);
    }
}
