package dev.turnout.adapter.reasoning;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers for all adapters together, in Redis. */
@ApplicationScoped
@IfBuildProperty(name = "turnout.state", stringValue = "redis")
public class RedisReasoningMemory implements ReasoningMemory {

    private static final String PREFIX = "turnout:reasoning:";

    private final Redis redis;

    @Inject
    public RedisReasoningMemory(Redis redis) {
        this.redis = redis;
    }

    /** The first question takes longer than any other, so it is not a request's. */
    void start(@Observes StartupEvent started) {
        redis.send(Request.cmd(Command.PING));
    }

    @Override
    public Future<Map<String, String>> recall(List<String> keys) {
        var asked = Request.cmd(Command.MGET);
        keys.forEach(key -> asked.arg(PREFIX + key));
        return redis.send(asked).map(reply -> texts(keys, reply));
    }

    private static Map<String, String> texts(List<String> keys, Response reply) {
        var texts = new HashMap<String, String>();
        for (int i = 0; i < reply.size(); i++) {
            var text = reply.get(i);
            if (text != null) {
                texts.put(keys.get(i), text.toString());
            }
        }
        return texts;
    }

    @Override
    public Future<Void> remember(Map<String, String> texts) {
        var commands = new ArrayList<Request>(texts.size());
        texts.forEach(
                (key, text) ->
                        commands.add(
                                Request.cmd(Command.SET)
                                        .arg(PREFIX + key)
                                        .arg(text)
                                        .arg("EX")
                                        .arg(KEPT.toSeconds())));
        return redis.batch(commands).mapEmpty();
    }
}
