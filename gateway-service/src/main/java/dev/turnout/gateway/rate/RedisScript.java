package dev.turnout.gateway.rate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.redis.client.RedisAPI;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Lua script, which Redis knows by its hash once it has run there. */
record RedisScript(String text, String hash) {

    /** A script that lies beside this class. */
    static RedisScript of(String file) {
        try (var lua = RedisScript.class.getResourceAsStream(file)) {
            if (lua == null) {
                throw new IllegalStateException(file + " is missing in this build");
            }
            var bytes = lua.readAllBytes();
            var hash = MessageDigest.getInstance("SHA-1").digest(bytes);
            return new RedisScript(new String(bytes, UTF_8), HexFormat.of().formatHex(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    /**
     * Runs it in one round trip, or in two where Redis has not seen it since its start.
     *
     * @return the numbers that it returns
     */
    Future<List<Long>> run(RedisAPI redis, List<String> keys, List<String> arguments) {
        return redis.evalsha(line(hash, keys, arguments))
                .map(RedisScript::numbers)
                .recover(
                        fault ->
                                isUnknown(fault)
                                        ? redis.eval(line(text, keys, arguments))
                                                .map(RedisScript::numbers)
                                        : Future.failedFuture(fault));
    }

    private static List<Long> numbers(@Nullable Response reply) {
        return reply == null
                ? List.of()
                : reply.stream().map(number -> Long.parseLong(number.toString())).toList();
    }

    private static boolean isUnknown(Throwable fault) {
        var message = fault.getMessage();
        return message != null && message.startsWith("NOSCRIPT");
    }

    private static List<String> line(String script, List<String> keys, List<String> arguments) {
        var line = new ArrayList<String>();
        line.add(script);
        line.add(Integer.toString(keys.size()));
        line.addAll(keys);
        line.addAll(arguments);
        return line;
    }
}
