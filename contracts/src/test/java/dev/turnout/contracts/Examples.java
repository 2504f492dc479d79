package dev.turnout.contracts;

import dev.turnout.contracts.Principal.Rights;
import dev.turnout.contracts.config.Acknowledgement;
import dev.turnout.contracts.config.Config;
import dev.turnout.contracts.config.ConfigError;
import dev.turnout.contracts.config.ConfigEvent;
import dev.turnout.contracts.config.ConfigStatus;
import dev.turnout.contracts.config.KeyRing;
import dev.turnout.contracts.config.Limits;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.ProviderConfig.ModelConfig;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.contracts.config.Route;
import dev.turnout.contracts.config.SearchConfig;
import dev.turnout.contracts.config.Snapshot;
import dev.turnout.contracts.config.Submission;
import dev.turnout.contracts.config.SubmissionResult;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.Outline;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.provider.Span;
import dev.turnout.contracts.provider.TargetHealth;
import dev.turnout.contracts.provider.ThinkingCuts;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.contracts.routing.PlanRequest;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.contracts.routing.RoutePlan;
import dev.turnout.contracts.routing.Traits;
import dev.turnout.contracts.search.SearchQuery;
import dev.turnout.contracts.search.SearchResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One value of every record that services say to each other, and one more where a part may lack.
 */
final class Examples {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123456789Z");
    private static final Target TARGET = Target.of("house/qwen/qwen3-coder");

    private static final Rights RIGHTS = new Rights(Set.of("deepseek/*"), Set.of("default"));
    private static final Principal PRINCIPAL = new Principal("k7", "ada", "compilers", RIGHTS);
    private static final CallContext CONTEXT = new CallContext("req_1", PRINCIPAL, NOON);

    private static final Traits TRAITS =
            new Traits(
                    Dialect.OPENAI_RESPONSES,
                    "claude-opus-5-5",
                    RequestClass.WEB_SEARCH,
                    true,
                    17,
                    Effort.XHIGH,
                    31_999,
                    true,
                    "Explore",
                    "a-1",
                    "house/qwen3-coder",
                    "s-1",
                    58_000,
                    14_500);
    private static final Traits BARE_TRAITS =
            new Traits(
                    Dialect.ANTHROPIC,
                    "m",
                    RequestClass.MAIN,
                    false,
                    0,
                    null,
                    0,
                    false,
                    null,
                    null,
                    null,
                    null,
                    2,
                    1);

    private static final ModelConfig MODEL = new ModelConfig("gpt56", 128_000, 400_000);
    private static final ProviderConfig PROVIDER =
            new ProviderConfig(
                    "azure-openai",
                    Dialect.OPENAI_CHAT,
                    "http://vllm.llm.svc:8000/v1",
                    "env:AZURE_KEY",
                    Map.of("x-team", "compilers"),
                    List.of(Quirk.SYSTEM_FIRST),
                    Map.of("gpt-5.6", MODEL),
                    true);
    private static final Route ROUTE =
            new Route(List.of(TARGET), Set.of(Effort.HIGH, Effort.MAX), 180_000L);
    private static final Limits.Rate RATE = new Limits.Rate(120, 20);
    private static final Limits LIMITS = new Limits(RATE, null, RATE);
    private static final SearchConfig.Engine ENGINE =
            new SearchConfig.Engine("searxng", "http://searxng:8080", 8_000);
    private static final SearchConfig SEARCH = new SearchConfig(List.of(ENGINE), 600);
    private static final Config CONFIG =
            new Config(
                    Map.of("azure-eu", PROVIDER),
                    Map.of("think", ROUTE),
                    Map.of("Explore", ROUTE),
                    Map.of("coder", TARGET),
                    Resilience.DEFAULT,
                    LIMITS,
                    SEARCH);
    private static final Snapshot SNAPSHOT = new Snapshot(42, NOON, CONFIG);
    private static final KeyRing.Key KEY = new KeyRing.Key("k7", "ci", "aGFzaA", PRINCIPAL, NOON);
    private static final KeyRing KEYS = new KeyRing(3, List.of(KEY));
    private static final ConfigError ERROR =
            new ConfigError(
                    "/routes/default/0", "no such provider", "deepseek", "write deepseek/…");
    private static final Acknowledgement REJECTED =
            new Acknowledgement(
                    "routing",
                    "routing-7d9:8081",
                    42,
                    Acknowledgement.Outcome.REJECTED,
                    "no default route",
                    NOON);

    private static final Span SPAN = new Span(10, 4);
    private static final ThinkingCuts CUTS = new ThinkingCuts(List.of(SPAN, SPAN), SPAN);
    private static final Outline OUTLINE =
            new Outline(
                    SPAN,
                    new Span(30, 5),
                    new Span(40, 5),
                    List.of(SPAN),
                    ThinkingCuts.NONE,
                    CUTS,
                    Map.of(Quirk.NO_EFFORT, List.of(SPAN)));
    private static final Header HEADER = new Header("anthropic-beta", "a,b");
    private static final ProviderCall CALL =
            new ProviderCall(
                    CONTEXT,
                    42,
                    TARGET,
                    true,
                    Dialect.GEMINI,
                    Operation.COUNT_TOKENS,
                    true,
                    "beta=true",
                    List.of(HEADER),
                    31_000,
                    OUTLINE);
    private static final Usage USAGE = new Usage(1, 2, 3, 4, 5, true);
    private static final Problem PROBLEM =
            Problem.of(ProblemCode.PROVIDER_RATE_LIMITED, "wait a little", 7);
    private static final SearchResult.Hit HIT =
            new SearchResult.Hit("Turnouts", "https://example.org/", "A switch is …", "2 days ago");

    static final List<Record> ALL =
            List.of(
                    TARGET,
                    HEADER,
                    RIGHTS,
                    PRINCIPAL,
                    Principal.LOCAL,
                    CONTEXT,
                    PROBLEM,
                    Problem.of(ProblemCode.INTERNAL, "a fault of ours"),
                    TRAITS,
                    BARE_TRAITS,
                    new PlanRequest(CONTEXT, TRAITS),
                    new RoutePlan("default", List.of(TARGET, TARGET), "nothing special", 42),
                    MODEL,
                    new ModelConfig(null, null, null),
                    PROVIDER,
                    new ProviderConfig(
                            null, null, null, null, Map.of(), List.of(), Map.of(), false),
                    Resilience.DEFAULT,
                    ROUTE,
                    new Route(List.of(TARGET), Set.of(), null),
                    CONFIG,
                    Config.EMPTY,
                    RATE,
                    LIMITS,
                    ENGINE,
                    SEARCH,
                    SNAPSHOT,
                    KEY,
                    KEYS,
                    KeyRing.EMPTY,
                    new ConfigEvent.Revised(SNAPSHOT),
                    new ConfigEvent.KeysChanged(KEYS),
                    new ConfigEvent.Heartbeat(42),
                    REJECTED,
                    new Acknowledgement(
                            "gateway", "g:1", 42, Acknowledgement.Outcome.APPLIED, null, NOON),
                    ERROR,
                    new ConfigError("", "no JSON", null, "check line 3"),
                    new ConfigStatus(
                            42,
                            "a file",
                            List.of("azure-eu"),
                            Map.of("default", List.of("a/b")),
                            1,
                            List.of(ERROR),
                            List.of(REJECTED)),
                    new Submission("{}", "ada", "a try"),
                    new SubmissionResult.Accepted(43, List.of("a literal key")),
                    new SubmissionResult.Refused(List.of(ERROR)),
                    SPAN,
                    OUTLINE,
                    new Outline(SPAN, null, List.of()),
                    CUTS,
                    ThinkingCuts.NONE,
                    CALL,
                    USAGE,
                    Usage.NONE,
                    new TargetHealth(TARGET, TargetHealth.Breaker.HALF_OPEN, 740, NOON),
                    new ReplyFrame.Head(200, List.of(HEADER)),
                    new ReplyFrame.Bytes(new byte[] {0, -1, 127}, true),
                    new ReplyFrame.End(USAGE, "end_turn", "req_vendor"),
                    new ReplyFrame.End(Usage.NONE, null, null),
                    new ReplyFrame.Failure(PROBLEM),
                    new SearchQuery(
                            CONTEXT,
                            "how a switch works",
                            5,
                            List.of("example.org"),
                            List.of("spam.example")),
                    HIT,
                    new SearchResult("direct", List.of(HIT)),
                    new SearchResult.Hit("t", "u", "s", null));

    private Examples() {}
}
