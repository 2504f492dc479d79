package dev.turnout.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.turnout.contracts.Principal.Rights;
import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.routing.RoutePlan;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What remains of a plan for a key that may not use everything. */
class PermissionTest {

    private static final RoutingTable TABLE =
            Documents.table(
                    """
                    { "providers": { "anthropic": {}, "house": { "models": { "qwen": {} } } },
                      "routes": {
                        "default": ["anthropic/*", "house/qwen"],
                        "think": ["anthropic/opus"],
                        "agents": { "Explore": ["house/qwen"] } },
                      "aliases": { "coder": "house/qwen", "next": "anthropic/*" } }
                    """);

    @ParameterizedTest
    @ValueSource(
            strings = {"house/qwen", "HOUSE/Qwen", "house,qwen", "house/*", "House/*", "coder"})
    void targetsThatAreForbiddenAreLeftOut(String right) {
        RoutePlan plan = plan("model=opus", models(right));
        assertThat(plan.targets()).containsExactly(new Target("house", "qwen"));
        assertThat(plan.route()).isEqualTo("default");
    }

    @Test
    void theStarIsCheckedAsTheModelThatItStandsFor() {
        assertThat(plan("model=sonnet", models("anthropic/sonnet")).targets())
                .containsExactly(new Target("anthropic", "sonnet"));
        assertThat(problem("model=opus", models("anthropic/sonnet")).code())
                .isEqualTo(ProblemCode.FORBIDDEN);
    }

    @Test
    void anAliasOfAStarAllowsNoMoreThanItMeans() {
        assertThat(plan("model=next", models("next")).targets())
                .containsExactly(new Target("anthropic", "next"));
        assertThat(problem("model=anthropic/opus", models("next")).code())
                .isEqualTo(ProblemCode.FORBIDDEN);
    }

    @Test
    void whatTheClientNamesAndMayNotHaveIsRefusedInWords() {
        Problem problem = problem("model=anthropic/opus", models("house/*"));
        assertThat(problem.code()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(problem.message())
                .isEqualTo(
                        "the key k7 may not use \"anthropic/opus\"; it may use house/*."
                                + " Ask for one of these, or ask your administrator for more");
    }

    @Test
    void aRouteThatIsForbiddenIsPassedOver() {
        RoutePlan plan = plan("effort=max", routes("default"));
        assertThat(plan.route()).isEqualTo("default");
        assertThat(plan.reason())
                .isEqualTo(
                        "no other rule applies; the client asks for effort max (route think, which"
                                + " the key may not use)");
    }

    @Test
    void noOtherRouteStandsInForThatOfEmbeddings() {
        RoutingTable table =
                Documents.table(
                        """
                        { "providers": { "p": {} },
                          "routes": { "default": ["p/m"], "embeddings": ["p/e"] } }
                        """);
        ProblemException e =
                catchThrowableOfType(
                        ProblemException.class,
                        () ->
                                RoutePlanner.plan(
                                        table, Requests.of("class=embedding", routes("default"))));
        assertThat(e.problem().code()).isEqualTo(ProblemCode.FORBIDDEN);
    }

    @Test
    void aRouteWithoutAnAllowedTargetIsPassedOver() {
        assertThat(plan("effort=max", models("house/*")).route()).isEqualTo("default");
    }

    @Test
    void aTagThatNamesWhatIsForbiddenIsPassedOver() {
        RoutePlan plan = plan("agent=Explore tag=anthropic/opus", models("house/*"));
        assertThat(plan.route()).isEqualTo("agents.Explore");
        assertThat(plan.reason()).contains("a sub-agent tag names anthropic/opus (route explicit");
    }

    @Test
    void agentsAndNamedTargetsAreRoutesOfTheirOwnToo() {
        assertThat(plan("agent=Explore", routes("DEFAULT")).route()).isEqualTo("default");
        assertThat(plan("agent=Explore", routes("agents.explore")).route())
                .isEqualTo("agents.Explore");
        assertThat(plan("model=coder", routes("explicit")).route()).isEqualTo("explicit");
        assertThat(problem("model=coder", routes("default")).code())
                .isEqualTo(ProblemCode.FORBIDDEN);
    }

    @Test
    void whereNothingIsLeftTheKeyIsToldWhatItMayUse() {
        Problem problem =
                problem("effort=max", new Rights(Set.of("house/*"), Set.of("background")));
        assertThat(problem.code()).isEqualTo(ProblemCode.FORBIDDEN);
        assertThat(problem.message())
                .isEqualTo(
                        "the key k7 may not use the routes think, default; it may use house/* on"
                                + " the routes background. Ask for one of these, or ask your"
                                + " administrator for more");
    }

    private static Rights models(String... models) {
        return new Rights(Set.of(models), Set.of());
    }

    private static Rights routes(String... routes) {
        return new Rights(Set.of(), Set.of(routes));
    }

    private static RoutePlan plan(String request, Rights rights) {
        return RoutePlanner.plan(TABLE, Requests.of(request, rights));
    }

    private static Problem problem(String request, Rights rights) {
        return catchThrowableOfType(ProblemException.class, () -> plan(request, rights)).problem();
    }
}
