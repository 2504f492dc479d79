package dev.turnout.acceptance.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Clients that send one request after the other until they are told to stop. */
public final class Load implements AutoCloseable {

    private static final long HANG_SECONDS = 120;
    private static final long BACK_OFF_NANOS = 100_000_000;

    private final GatewayClient client;
    private final IntFunction<Request> requests;
    private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final List<Outcome> outcomes = new ArrayList<>();
    private volatile boolean stopped;

    private Load(GatewayClient client, IntFunction<Request> requests) {
        this.client = client;
        this.requests = requests;
    }

    /** Starts so many clients at once; {@code requests} makes the request of each number. */
    public static Load start(int clients, GatewayClient client, IntFunction<Request> requests) {
        var load = new Load(client, requests);
        for (int i = 0; i < clients; i++) {
            load.clients.execute(load::sendOneAfterTheOther);
        }
        return load;
    }

    private void sendOneAfterTheOther() {
        while (!stopped) {
            int number = begun.getAndIncrement();
            var outcome = send(number);
            synchronized (outcomes) {
                outcomes.add(outcome);
                outcomes.notifyAll();
            }
            backOff(outcome);
        }
    }

    /** As clients do whose request failed; else a refused connection would make a busy loop. */
    private static void backOff(Outcome outcome) {
        if (!(outcome instanceof Outcome.Got(int _, var answer)) || answer.status() != 200) {
            LockSupport.parkNanos(BACK_OFF_NANOS);
        }
    }

    private Outcome send(int number) {
        try {
            return new Outcome.Got(number, client.attempt(requests.apply(number)));
        } catch (IOException e) {
            return new Outcome.Broke(number, e.toString());
        } catch (AssertionError e) {
            return new Outcome.Hung(number, e.toString());
        }
    }

    /** Waits until so many requests have ended that begin from now on; gives all that have. */
    public List<Outcome> next(int count) {
        int from = begun.get();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANG_SECONDS);
        synchronized (outcomes) {
            var ended = endedFrom(from);
            while (ended.size() < count) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("requests hang: " + ended.size() + " of " + count);
                }
                waitForOne(left);
                ended = endedFrom(from);
            }
            return ended;
        }
    }

    /** Every outcome so far. */
    public List<Outcome> all() {
        synchronized (outcomes) {
            return List.copyOf(outcomes);
        }
    }

    /** Lets what has begun end, and gives every outcome. */
    public List<Outcome> stop() {
        stopped = true;
        clients.close();
        if (all().size() != begun.get()) {
            throw new AssertionError("lost: " + begun.get() + " begun, " + all().size() + " ended");
        }
        return all();
    }

    @Override
    public void close() {
        stopped = true;
        clients.close();
    }

    private List<Outcome> endedFrom(int number) {
        return outcomes.stream().filter(outcome -> outcome.number() >= number).toList();
    }

    private void waitForOne(long millis) {
        try {
            outcomes.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
