package dev.turnout.contracts.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.turnout.contracts.Target;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutePlanTest {

    @Test
    void namesAtLeastOneTarget() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RoutePlan("default", List.of(), "why", 1));
    }

    @Test
    void keepsItsTargetsWhateverBecomesOfTheList() {
        var targets = new ArrayList<>(List.of(Target.of("a/b")));
        var plan = new RoutePlan("default", targets, "why", 1);

        targets.clear();

        assertThat(plan.targets()).containsExactly(Target.of("a/b"));
    }
}
