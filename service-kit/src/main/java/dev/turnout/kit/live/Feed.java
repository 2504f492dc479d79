package dev.turnout.kit.live;

import dev.turnout.contracts.config.ConfigEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A feed that is opened anew whenever it breaks or falls silent, on a virtual thread of its own.
 */
final class Feed {

    private static final Logger LOG = Logger.getLogger(Feed.class);

    /** Who is told of each event. */
    interface Listener {
        void on(ConfigEvent event, boolean first);
    }

    /** What the feed brings: an event, or its end. */
    private sealed interface Arrival {
        record Came(ConfigEvent event) implements Arrival {}

        record Broke(String why) implements Arrival {}
    }

    private final LiveSettings settings;
    private final Supplier<Multi<ConfigEvent>> source;
    private final Listener listener;
    private @Nullable Thread thread;
    private String lastTrouble = "";

    Feed(LiveSettings settings, Supplier<Multi<ConfigEvent>> source, Listener listener) {
        this.settings = settings;
        this.source = source;
        this.listener = listener;
    }

    void open() {
        thread = Thread.ofVirtual().name("config-feed").start(this::follow);
    }

    void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void follow() {
        try {
            while (true) {
                var why = readUntilItBreaks();
                if (!why.equals(lastTrouble)) {
                    LOG.warnf("the configuration feed broke, serving from what is here: %s", why);
                    lastTrouble = why;
                }
                Thread.sleep(ThreadLocalRandom.current().nextLong(100, mostMillis()));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private long mostMillis() {
        return Math.max(101, settings.reconnect().toMillis());
    }

    private String readUntilItBreaks() throws InterruptedException {
        var arrivals = new LinkedBlockingQueue<Arrival>();
        Cancellable subscription =
                Multi.createFrom()
                        .<ConfigEvent>deferred(source::get)
                        .subscribe()
                        .with(
                                event -> arrivals.add(new Arrival.Came(event)),
                                fault -> arrivals.add(new Arrival.Broke(fault.toString())),
                                () -> arrivals.add(new Arrival.Broke("it ended")));
        try {
            boolean first = true;
            while (true) {
                var next = arrivals.poll(settings.silence().toMillis(), TimeUnit.MILLISECONDS);
                switch (next) {
                    case null -> {
                        return "silence for " + settings.silence();
                    }
                    case Arrival.Broke(var why) -> {
                        return why;
                    }
                    case Arrival.Came(var event) -> {
                        tell(event, first);
                        first = false;
                    }
                }
            }
        } finally {
            subscription.cancel();
        }
    }

    /** A listener that fails at one event is told of the next: nothing else reads the feed. */
    private void tell(ConfigEvent event, boolean first) {
        if (first && !lastTrouble.isEmpty()) {
            LOG.info("the configuration feed is back");
            lastTrouble = "";
        }
        try {
            listener.on(event, first);
        } catch (RuntimeException fault) {
            LOG.errorf(
                    fault, "%s of the configuration feed failed", event.getClass().getSimpleName());
        }
    }
}
