package dev.turnout.kit.metrics;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.Usage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Owns the name, the unit and the labels of everything that Turnout measures itself. Names are
 * those of OpenTelemetry's GenAI conventions where there is one, which still change: so they stand
 * only here. No label ever holds a user, a key, a session or a model that a client made up.
 */
@ApplicationScoped
public class Metrics {

    private static final double[] TOKENS = {
        1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304
    };
    private static final Duration[] FIRST_EVENT =
            millis(10, 20, 40, 80, 100, 250, 500, 750, 1_000, 2_500, 5_000, 10_000, 30_000);
    private static final Duration[] WHOLE =
            millis(
                    10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 5_120, 10_240, 20_480, 40_960,
                    81_920);
    private static final Duration[] OVERHEAD = millis(1, 2, 4, 8, 16, 32, 64, 128, 256);

    private static final int MOST_FIELDS = 200;

    private final MeterRegistry registry;
    private final Set<String> fields = ConcurrentHashMap.newKeySet();
    private final AtomicLong configRevision;

    @Inject
    public Metrics(MeterRegistry registry) {
        this.registry = registry;
        this.configRevision = registry.gauge("gateway.config.revision", new AtomicLong());
    }

    private static Duration[] millis(long... values) {
        var durations = new Duration[values.length];
        for (int i = 0; i < values.length; i++) {
            durations[i] = Duration.ofMillis(values[i]);
        }
        return durations;
    }

    /** A request came to its end. {@code outcome} is a short word of a closed list. */
    public void requestEnded(String operation, String provider, String outcome, Duration took) {
        Timer.builder("gen_ai.server.request.duration")
                .tag("gen_ai.operation.name", operation)
                .tag("gen_ai.provider.name", provider)
                .tag("outcome", outcome)
                .serviceLevelObjectives(WHOLE)
                .register(registry)
                .record(took);
    }

    /** The first content came from a provider, so long after the request. */
    public void firstEvent(String provider, Duration took) {
        Timer.builder("gen_ai.server.time_to_first_token")
                .tag("gen_ai.provider.name", provider)
                .serviceLevelObjectives(FIRST_EVENT)
                .register(registry)
                .record(took);
    }

    /**
     * Tokens of one answer; the input counts what was cached, as the convention wants. What the
     * model thought is shown once more, as {@code reasoning}, a part of the output: the convention
     * has a word for it on spans only.
     */
    public void tokens(String provider, Usage usage) {
        if (usage.reported()) {
            tokens(provider, "input", usage.prompt());
            tokens(provider, "output", usage.output());
            if (usage.thinking() > 0) {
                tokens(provider, "reasoning", usage.thinking());
            }
        }
    }

    private void tokens(String provider, String kind, long count) {
        DistributionSummary.builder("gen_ai.client.token.usage")
                .tag("gen_ai.provider.name", provider)
                .tag("gen_ai.token.type", kind)
                .serviceLevelObjectives(TOKENS)
                .register(registry)
                .record((double) count);
    }

    /** What the gateway itself took for a phase: {@code plan}, admission and routing. */
    public void overhead(String phase, Duration took) {
        Timer.builder("gateway.overhead")
                .tag("phase", phase)
                .serviceLevelObjectives(OVERHEAD)
                .register(registry)
                .record(took);
    }

    /** One target failed before it streamed, and another is tried. */
    public void failedOver(String from, String to, ProblemCode why) {
        Counter.builder("gateway.fallbacks")
                .tag("from", from)
                .tag("to", to)
                .tag("reason", why.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    /** A stream that had begun did not come to its end. */
    public void streamAborted(String cause) {
        Counter.builder("gateway.stream.aborts").tag("cause", cause).register(registry).increment();
    }

    /** A request was turned away at the door, for one of the reasons of a closed list. */
    public void rejected(ProblemCode why) {
        Counter.builder("gateway.rejections")
                .tag("reason", why.name().toLowerCase(Locale.ROOT))
                .register(registry)
                .increment();
    }

    /**
     * A field of a request had no place in the provider's dialect. Clients may make names up, so
     * only the first {@value #MOST_FIELDS} are told apart.
     */
    public void dropped(Dialect from, Dialect to, String field) {
        boolean known =
                fields.contains(field) || (fields.size() < MOST_FIELDS && fields.add(field));
        Counter.builder("gateway.translation.dropped")
                .tag("from", from.id())
                .tag("to", to.id())
                .tag("field", known ? field : "other")
                .register(registry)
                .increment();
    }

    /**
     * What became of reasoning on its way back to who thought it.
     *
     * @param outcome a short word of a closed list: {@code recalled}, {@code unknown}, {@code
     *     unreachable}, {@code not_remembered}, {@code too_large}
     */
    public void reasoning(String outcome) {
        Counter.builder("gateway.reasoning").tag("outcome", outcome).register(registry).increment();
    }

    /**
     * A web search ended.
     *
     * @param engine that answered; {@code none} where none did
     * @param outcome and {@code cache}: short words of closed lists
     */
    public void searched(String engine, String outcome, String cache) {
        Counter.builder("gateway.search.requests")
                .tag("provider", engine)
                .tag("outcome", outcome)
                .tag("cache", cache)
                .register(registry)
                .increment();
    }

    /** A revision was taken over, or rejected. */
    public void configReloaded(boolean applied) {
        Counter.builder("gateway.config.reload")
                .tag("result", applied ? "applied" : "rejected")
                .register(registry)
                .increment();
    }

    public void configRevision(long revision) {
        configRevision.set(revision);
    }
}
