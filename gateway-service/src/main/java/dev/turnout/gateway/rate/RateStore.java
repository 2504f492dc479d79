package dev.turnout.gateway.rate;

import io.vertx.core.Future;
import java.util.List;

/** Keeps count of requests. */
public interface RateStore {

    /**
     * Takes one request from each of these buckets, or from none where one is empty. Never blocks,
     * never fails, and completes on the caller's event loop.
     *
     * @param buckets not empty, each of another name
     */
    Future<Ruling> take(List<Bucket> buckets);
}
