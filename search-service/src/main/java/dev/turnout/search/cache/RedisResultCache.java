package dev.turnout.search.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.contracts.search.SearchResult;
import dev.turnout.search.limit.TimeLimit;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Keeps results in Redis, for all replicas. While Redis is away or slow, nothing is kept. */
@ApplicationScoped
@IfBuildProperty(name = "turnout.state", stringValue = "redis")
public class RedisResultCache implements ResultCache {

    private static final Logger LOG = Logger.getLogger(RedisResultCache.class);

    private static final String PREFIX = "turnout:search:1:";

    /** An engine takes about a second: a cache that takes much of that is none. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final ReactiveRedisDataSource redis;
    private final ReactiveValueCommands<String, String> values;
    private final ObjectMapper json;
    private final Duration patience;
    private final AtomicBoolean away = new AtomicBoolean();

    @Inject
    RedisResultCache(ReactiveRedisDataSource redis, ObjectMapper json) {
        this(redis, json, PATIENCE);
    }

    /**
     * A cache in this Redis.
     *
     * @param patience how long a search waits for it, each time
     */
    public RedisResultCache(ReactiveRedisDataSource redis, ObjectMapper json, Duration patience) {
        this.redis = redis;
        this.values = redis.value(String.class);
        this.json = json;
        this.patience = patience;
    }

    /** The first question takes longer than any other, so it is not a search's. */
    void start(@Observes StartupEvent started) {
        redis.execute("PING").subscribe().with(pong -> {}, this::isAway);
    }

    @Override
    public Uni<Optional<SearchResult>> get(CacheKey key) {
        return patiently(values.get(PREFIX + key.digest()).map(Optional::ofNullable))
                .map(kept -> kept.flatMap(this::read))
                .onFailure()
                .recoverWithItem(Optional.empty());
    }

    @Override
    public Uni<Void> put(CacheKey key, SearchResult result, Duration keep) {
        return patiently(values.setex(PREFIX + key.digest(), keep.toSeconds(), write(result)))
                .onFailure()
                .recoverWithNull();
    }

    /** The answer if it comes in time; that none comes is logged once, and that they do again. */
    private <T> Uni<T> patiently(Uni<T> answer) {
        return TimeLimit.within(patience, answer, TimeoutException::new)
                .onItem()
                .invoke(this::isBack)
                .onFailure()
                .invoke(this::isAway);
    }

    private void isBack() {
        if (away.compareAndSet(true, false)) {
            LOG.info("Redis is back: search results are kept again");
        }
    }

    private void isAway(Throwable fault) {
        if (away.compareAndSet(false, true)) {
            // What Redis itself says names no address.
            var why = fault instanceof Response said ? said : fault.getClass().getSimpleName();
            LOG.warnf("Redis cannot be asked (%s): until it can, search results are not kept", why);
        }
    }

    private String write(SearchResult result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result is plain data", e);
        }
    }

    /** What another version wrote may not be readable: then it is not there. */
    private Optional<SearchResult> read(String kept) {
        try {
            return Optional.ofNullable(json.readValue(kept, SearchResult.class));
        } catch (JsonProcessingException e) {
            LOG.debugf("a kept result cannot be read: %s", e.getOriginalMessage());
            return Optional.empty();
        }
    }
}
