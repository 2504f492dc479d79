package dev.turnout.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.routing.RoutePlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rule decides, alone and against the others. */
class PrecedenceTest {

    /** Every route is configured, each with a target of its name. */
    private static final RoutingTable ALL =
            Documents.table(
                    """
                    { "providers": { "p": {}, "deepseek": {} },
                      "routes": {
                        "default": ["p/default"], "background": ["p/background"],
                        "think": ["p/think"], "longContext": ["p/longContext"],
                        "webSearch": ["p/webSearch"], "image": ["p/image"],
                        "embeddings": ["p/embeddings"],
                        "agents": { "Explore": ["p/explore"], "custom": ["p/custom"] } },
                      "aliases": { "coder": "deepseek/v4" } }
                    """);

    private static final RoutingTable ONLY_DEFAULT =
            Documents.table(
                    """
                    { "providers": { "p": {} }, "routes": { "default": ["p/default"] } }
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    class=main                                          | default       | p/default
                    class=embedding                                     | embeddings    | p/embeddings
                    class=embedding model=deepseek/e                    | explicit      | deepseek/e
                    class=embedding model=coder                         | explicit      | deepseek/v4
                    class=count                                         | default       | p/default
                    class=web-search                                    | webSearch     | p/webSearch
                    class=subagent tag=deepseek/r                       | explicit      | deepseek/r
                    class=subagent tag=coder                            | explicit      | deepseek/v4
                    model=deepseek/r                                    | explicit      | deepseek/r
                    model=coder                                         | explicit      | deepseek/v4
                    class=subagent agent=Explore                        | agents.Explore| p/explore
                    class=subagent agent=custom                         | agents.custom | p/custom
                    class=compaction                                    | default       | p/default
                    class=background                                    | background    | p/background
                    image=true                                          | image         | p/image
                    tokens=180001                                       | longContext   | p/longContext
                    effort=xhigh                                        | think         | p/think
                    effort=max                                          | think         | p/think
                    budget=32000                                        | think         | p/think
                    """)
    void eachRuleDecidesWhatIsItsOwn(String request, String route, String target) {
        expect(ALL, request, route, target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    tokens=180000
                    effort=high
                    effort=high budget=60000
                    budget=31999
                    class=subagent
                    class=subagent agent=Plan
                    """)
    void aConditionThatIsNotMetLeavesTheDefault(String request) {
        expect(ALL, request, "default", "p/default");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    class=count tag=coder agent=Explore image=true      | default       | p/default
                    class=count tokens=900000 effort=max                | default       | p/default
                    class=count model=deepseek/r                        | explicit      | deepseek/r
                    class=count model=coder                             | explicit      | deepseek/v4
                    class=web-search agent=Explore tag=coder            | webSearch     | p/webSearch
                    class=web-search model=deepseek/r effort=max        | webSearch     | p/webSearch
                    class=web-search model=nobody/r                     | webSearch     | p/webSearch
                    tag=coder model=deepseek/r                          | explicit      | deepseek/v4
                    tag=coder model=nobody/r                            | explicit      | deepseek/v4
                    tag=nobody/r model=deepseek/r                       | explicit      | deepseek/r
                    tag=nobody/r agent=Explore                          | agents.Explore| p/explore
                    class=subagent agent=Explore model=deepseek/r       | explicit      | deepseek/r
                    class=subagent agent=Explore image=true effort=max  | agents.Explore| p/explore
                    class=subagent agent=Explore tokens=900000          | agents.Explore| p/explore
                    class=compaction agent=Explore                      | agents.Explore| p/explore
                    class=compaction model=deepseek/r                   | explicit      | deepseek/r
                    class=compaction image=true effort=max              | default       | p/default
                    class=compaction tokens=180001                      | longContext   | p/longContext
                    class=background model=deepseek/r                   | explicit      | deepseek/r
                    class=background image=true tokens=900000 effort=max| background    | p/background
                    class=subagent image=true tokens=900000 effort=max  | image         | p/image
                    image=true tokens=900000 effort=max                 | image         | p/image
                    tokens=900000 effort=max                            | longContext   | p/longContext
                    """)
    void theRuleFurtherUpWins(String request, String route, String target) {
        expect(ALL, request, route, target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    class=count
                    class=web-search
                    class=subagent agent=Explore
                    class=compaction tokens=900000
                    class=background
                    image=true
                    tokens=900000
                    effort=max
                    budget=60000
                    """)
    void aRouteThatIsNotConfiguredIsPassedOver(String request) {
        expect(ONLY_DEFAULT, request, "default", "p/default");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    class=web-search image=true          | image
                    class=web-search effort=max          | default
                    class=background tokens=900000       | longContext
                    class=background effort=max          | default
                    class=subagent agent=Plan effort=max | think
                    image=true effort=max                | image
                    """)
    void whatIsPassedOverGoesOnDownTheList(String request, String route) {
        RoutingTable table =
                Documents.table(
                        """
                        { "providers": { "p": {} },
                          "routes": { "default": ["p/m"], "think": ["p/m"], "image": ["p/m"],
                                      "longContext": ["p/m"] } }
                        """);
        expect(table, request, route, "p/m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    effort=high               | think
                    effort=max                | default
                    tokens=50001              | longContext
                    tokens=50001 class=count  | default
                    """)
    void aRouteSaysWhenItIsTaken(String request, String route) {
        RoutingTable table =
                Documents.table(
                        """
                        { "providers": { "p": {} },
                          "routes": { "default": ["p/m"],
                                      "think": { "targets": ["p/m"], "effort": ["high"] },
                                      "longContext": { "targets": ["p/m"], "above": 50000 } } }
                        """);
        expect(table, request, route, "p/m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    class=embedding            | the client asks for embeddings
                    class=count                | tokens are counted for the default
                    class=web-search           | the client asks for a web search
                    tag=coder                  | a sub-agent tag names coder, an alias of deepseek/v4
                    model=deepseek/r           | the client named deepseek/r
                    agent=EXPLORE              | sub-agent Explore has a route of its own
                    class=compaction           | a compaction goes to the default
                    class=background           | it is a background request
                    image=true                 | the last user message holds an image
                    tokens=210000              | the prompt is about 210,000 tokens, over 180,000
                    effort=xhigh               | the client asks for effort xhigh
                    budget=60000               | the client allows 60,000 tokens of thinking, over 31,999
                    class=main                 | no other rule applies
                    tag=x/y                    | no other rule applies; the sub-agent tag was ignored: no provider is named "x"
                    tag=sonnet                 | no other rule applies; the sub-agent tag was ignored: "sonnet" is neither provider/model nor an alias
                    """)
    void theReasonIsInWords(String request, String reason) {
        assertThat(RoutePlanner.plan(ALL, Requests.of(request)).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "class=embedding tag=p/default image=true tokens=900000 effort=max, embeddings",
        "class=embedding agent=Explore, embeddings",
    })
    void nothingElseDecidesOnEmbeddings(String request, String route) {
        expect(ALL, request, route, "p/embeddings");
    }

    @Test
    void embeddingsNeverGoToTheDefault() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> RoutePlanner.plan(ONLY_DEFAULT, Requests.of("class=embedding")))
                .satisfies(
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ProblemCode.POLICY_BLOCKED);
                            assertThat(e.problem().message())
                                    .contains("provider/model", "a route named embeddings");
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    class=web-search                       | webSearch
                    class=web-search model=Search/Direct   | webSearch
                    """)
    void ourOwnSearchIsATargetLikeAnyOther(String request, String route) {
        RoutingTable table =
                Documents.table("{ \"routes\": { \"webSearch\": [\"search/direct\"] } }");
        expect(table, request, route, "search/direct");
    }

    @Test
    void ourOwnSearchIsNoModelForWhatIsNoSearch() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(
                        () -> RoutePlanner.plan(ONLY_DEFAULT, Requests.of("model=search/direct")))
                .satisfies(
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ProblemCode.POLICY_BLOCKED);
                            assertThat(e.problem().message())
                                    .startsWith("search/direct answers web searches only; name");
                        });
        assertThat(RoutePlanner.plan(ONLY_DEFAULT, Requests.of("tag=search/direct")).reason())
                .isEqualTo(
                        "no other rule applies; the sub-agent tag was ignored: search/direct"
                                + " answers web searches only");
        expect(ONLY_DEFAULT, "class=web-search tag=search/direct", "explicit", "search/direct");
    }

    @Test
    void withoutADefaultRouteNothingServesAPlainName() {
        RoutingTable table = Documents.table("{}");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> RoutePlanner.plan(table, Requests.of("class=main")))
                .satisfies(
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ProblemCode.POLICY_BLOCKED);
                            assertThat(e.problem().message()).contains("add a default route");
                        });
    }

    private static void expect(RoutingTable table, String request, String route, String target) {
        RoutePlan plan = RoutePlanner.plan(table, Requests.of(request));
        assertThat(plan.route()).isEqualTo(route);
        assertThat(plan.targets()).map(Object::toString).containsExactly(target);
    }
}
