package dev.turnout.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients write in {@code model}, and what is made of it. */
class ModelNamesTest {

    private static final RoutingTable TABLE =
            Documents.table(
                    """
                    { "providers": {
                        "anthropic": { "models": { "claude-opus-5-5": {} } },
                        "DeepSeek": {}, "openrouter": {}, "my house": {},
                        "twins": { "models": { "Qwen": {}, "qwen": {} } } },
                      "routes": { "default": ["anthropic/*", "DeepSeek/v4", "twins/*"] },
                      "aliases": {
                        "claude-gw-coder": "my house/Qwen3-Coder",
                        "anthropic/claude-gw-fast": "DeepSeek/v4",
                        "claude-next": "anthropic/*" } }
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DeepSeek/v4                    | DeepSeek/v4
                    deepseek/V4                    | DeepSeek/V4
                    deepseek,deepseek-chat:free    | DeepSeek/deepseek-chat:free
                    openrouter,qwen/qwen3-coder    | openrouter/qwen/qwen3-coder
                    OpenRouter/qwen/a,b            | openrouter/qwen/a,b
                    ' deepseek , v4 '              | DeepSeek/v4
                    My House/My Model              | my house/My Model
                    anthropic/Claude-Opus-5-5      | anthropic/claude-opus-5-5
                    twins/Qwen                     | twins/Qwen
                    twins/qwen                     | twins/qwen
                    claude-gw-coder                | my house/Qwen3-Coder
                    ' Claude-GW-Coder '            | my house/Qwen3-Coder
                    Anthropic/claude-gw-fast       | DeepSeek/v4
                    Claude-Next                    | anthropic/claude-next
                    claude-gw/deepseek/v4          | DeepSeek/v4
                    ' Claude-GW/ deepseek,v4 '     | DeepSeek/v4
                    claude-gw/openrouter/qwen/a    | openrouter/qwen/a
                    claude-gw/claude-next          | anthropic/claude-next
                    claude-gw/anthropic/claude-gw-fast | DeepSeek/v4
                    """)
    void aTargetOrAnAliasIsTakenAsItIsMeant(String model, String target) {
        var plan = RoutePlanner.plan(TABLE, Requests.of("model=" + model));
        assertThat(plan.route()).isEqualTo("explicit");
        assertThat(plan.targets()).map(Target::toString).containsExactly(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-opus-9", "gpt-5.6", "Qwen@1:free", "deepseek"})
    void anyOtherNameIsLeftToTheRoutesAndStandsForTheStar(String model) {
        var plan = RoutePlanner.plan(TABLE, Requests.of("model=" + model));
        assertThat(plan.route()).isEqualTo("default");
        assertThat(plan.targets())
                .map(Target::toString)
                .startsWith("anthropic/" + model, "DeepSeek/v4");
    }

    @ParameterizedTest
    @CsvSource({"claude-gw/gpt-5.6, gpt-5.6", "CLAUDE-GW/claude-opus-9, claude-opus-9"})
    void anyOtherNamePickedFromOurListIsTheNameItself(String model, String meant) {
        var plan = RoutePlanner.plan(TABLE, Requests.of("model=" + model));
        assertThat(plan.route()).isEqualTo("default");
        assertThat(plan.targets()).map(Target::toString).startsWith("anthropic/" + meant);
    }

    @Test
    void theStarTakesTheSpellingOfEachProvider() {
        var plan = RoutePlanner.plan(TABLE, Requests.of("model=CLAUDE-OPUS-5-5"));
        assertThat(plan.targets())
                .map(Target::toString)
                .containsExactly(
                        "anthropic/claude-opus-5-5", "DeepSeek/v4", "twins/CLAUDE-OPUS-5-5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    deepseek/claude-x     | anthropic/claude-x
                    nobody,claude-x       | anthropic/claude-x
                    claude-gw-coder       | anthropic/Qwen3-Coder
                    claude-next           | anthropic/claude-next
                    nobody/               | anthropic/nobody/
                    """)
    void theStarIsTheModelWithoutItsProvider(String model, String first) {
        RoutingTable table =
                Documents.table(
                        """
                        { "providers": { "anthropic": {}, "deepseek": {}, "house": {} },
                          "routes": { "webSearch": ["anthropic/*"] },
                          "aliases": { "claude-gw-coder": "house/Qwen3-Coder",
                                       "claude-next": "anthropic/*" } }
                        """);
        var plan = RoutePlanner.plan(table, Requests.of("class=web-search model=" + model));
        assertThat(plan.targets()).map(Target::toString).containsExactly(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    openruter,qwen/qwen3 | no provider is named "openruter"; configured: openrouter,
                    Antropic/claude-x    | no provider is named "Antropic"; configured: anthropic,
                    /v4                  | no provider is named ""; configured:
                    deepseek/            | "deepseek/" names a provider but no model; write the model behind it, as in DeepSeek/<model>
                    'deepseek, '         | "deepseek," names a provider but no model
                    deepseek/*           | "deepseek/*" names a provider but no model
                    claude-gw-coder/x    | no provider is named "claude-gw-coder"
                    claude-gw/nobody/x   | no provider is named "nobody"
                    claude-gw/           | no provider is named "claude-gw"
                    claude-gw/claude-gw/deepseek/v4 | no provider is named "claude-gw"
                    search/google        | no provider is named "search"
                    """)
    void aProviderNamedInVainIsRefusedWithWhatToDo(String model, String words) {
        Problem problem = problem(TABLE, "model=" + model);
        assertThat(problem.code()).isEqualTo(ProblemCode.POLICY_BLOCKED);
        assertThat(problem.message()).startsWith(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\r\nx-evil: 1", "p/\u0000", "p/\ud83d"})
    void whatCannotBeANameIsNoRequest(String model) {
        Problem problem = problem(TABLE, "model=" + model);
        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
        assertThat(problem.message().codePoints()).allMatch(c -> c >= ' ' && c < 0xd800);
    }

    @Test
    void aHugeNameIsNotRepeatedInFull() {
        Problem problem = problem(TABLE, "model=" + "😀".repeat(1_000_000) + "/m");
        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_REQUEST);
        assertThat(problem.message()).hasSizeLessThan(300);
    }

    @Test
    void aTagThatCannotBeANameIsIgnored() {
        assertThat(RoutePlanner.plan(TABLE, Requests.of("tag=deepseek/\nv4")).reason())
                .isEqualTo(
                        "no other rule applies; the sub-agent tag was ignored: \"deepseek/ v4\" is"
                                + " no model name");
    }

    @Test
    void withoutProvidersTheMessageSaysSo() {
        assertThat(problem(Documents.table("{}"), "model=a/b").message())
                .isEqualTo(
                        "no provider is named \"a\"; none is configured: add one to the"
                                + " configuration");
    }

    @Test
    void manyProvidersAreNotAllListed() {
        RoutingTable table =
                Documents.table(
                        """
                        { "providers": { "a1": {}, "a2": {}, "a3": {}, "a4": {}, "a5": {},
                                         "b6": {}, "zzz": {} } }
                        """);
        assertThat(problem(table, "model=b/x").message())
                .contains("configured: b6, a1, a2, a3, a4, a5, …; ");
    }

    private static Problem problem(RoutingTable table, String request) {
        return catchThrowableOfType(
                        ProblemException.class,
                        () -> RoutePlanner.plan(table, Requests.of(request)))
                .problem();
    }
}
