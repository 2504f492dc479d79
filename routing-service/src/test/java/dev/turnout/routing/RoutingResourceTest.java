package dev.turnout.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.routing.RoutePlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract as callers meet it, while snapshots come. */
class RoutingResourceTest {

    private final LiveRoutingTable live = new LiveRoutingTable();
    private final RoutingResource routing = new RoutingResource(live);

    @Test
    void beforeTheFirstSnapshotItIsUnavailableForTheMoment() {
        ProblemException e = catchThrowableOfType(ProblemException.class, this::plan);
        assertThat(e.problem().code()).isEqualTo(ProblemCode.UNAVAILABLE);
        assertThat(e.problem().retryAfterSeconds()).isBetween(1, 60);
    }

    @Test
    void aSnapshotDecidesFromTheMomentItIsMadeCurrent() {
        live.prepare(Documents.snapshot(1, document("old"))).run();
        Runnable swap = live.prepare(Documents.snapshot(2, document("new")));
        assertThat(plan().targets()).map(Object::toString).containsExactly("p/old");
        assertThat(plan().revision()).isEqualTo(1);

        swap.run();

        assertThat(plan().targets()).map(Object::toString).containsExactly("p/new");
        assertThat(plan().revision()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"providers\": { \"House\": {}, \"house\": {} } }",
                "{ \"aliases\": { \"Fast\": \"p/m\", \"fast\": \"p/m\" } }",
                "{ \"routes\": { \"Think\": [\"p/m\"], \"think\": [\"p/m\"] } }",
                "{ \"routes\": { \"agents\": { \"Plan\": [\"p/m\"], \"plan\": [\"p/m\"] } } }"
            })
    void namesThatDifferInNothingButCaseAreRejectedAndTheOldSnapshotServesOn(String document) {
        live.prepare(Documents.snapshot(1, document("old"))).run();

        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class,
                        () -> live.prepare(Documents.snapshot(2, document)));

        assertThat(e.problem().message()).contains("upper and lower case");
        assertThat(plan().revision()).isEqualTo(1);
    }

    private RoutePlan plan() {
        return routing.plan(Requests.of("class=main")).await().indefinitely();
    }

    private static String document(String model) {
        return "{ \"providers\": { \"p\": {} }, \"routes\": { \"default\": [\"p/"
                + model
                + "\"] } }";
    }
}
