package dev.turnout.adapter.reasoning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.arc.properties.IfBuildProperty;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Remembers in this process alone. */
@ApplicationScoped
@IfBuildProperty(name = "turnout.state", stringValue = "memory")
public class LocalReasoningMemory implements ReasoningMemory {

    /** Characters of all texts: some thousand calls of a model that thinks much. */
    static final int MOST = 32 << 20;

    private final Cache<String, String> texts;

    @Inject
    public LocalReasoningMemory() {
        this(Ticker.systemTicker());
    }

    LocalReasoningMemory(Ticker clock) {
        texts =
                Caffeine.newBuilder()
                        .maximumWeight(MOST)
                        .weigher((String key, String text) -> key.length() + text.length())
                        .expireAfterWrite(KEPT)
                        .ticker(clock)
                        .executor(Runnable::run)
                        .build();
    }

    @Override
    public Future<Map<String, String>> recall(List<String> keys) {
        return Future.succeededFuture(texts.getAllPresent(keys));
    }

    @Override
    public Future<Void> remember(Map<String, String> remembered) {
        texts.putAll(remembered);
        return Future.succeededFuture();
    }
}
