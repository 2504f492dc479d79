package dev.turnout.kit.reply;

import dev.turnout.contracts.provider.ProviderApi;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.kit.internal.ServiceSecret;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.PoolOptions;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/**
 * Calls an adapter that is a process of its own. HTTP/1.1 with kept connections, which cost half of
 * HTTP/2's CPU here; each is given up before it is a minute old, so that a new adapter gets its
 * share at once.
 */
public final class RemoteProvider implements ProviderApi {

    private static final long OLD_AGE_NANOS = TimeUnit.SECONDS.toNanos(45);

    private final Vertx vertx;
    private final FrameCodec codec;
    private final AdapterAddresses addresses;
    private final ServiceSecret secret;
    private final HttpClient http;
    private final Map<HttpConnection, Long> born = new ConcurrentHashMap<>();

    public RemoteProvider(
            Vertx vertx, FrameCodec codec, AdapterAddresses addresses, ServiceSecret secret) {
        this.vertx = vertx;
        this.codec = codec;
        this.addresses = addresses;
        this.secret = secret;
        this.http =
                vertx.httpClientBuilder()
                        .with(
                                new HttpClientOptions()
                                        .setKeepAliveTimeout(30)
                                        .setConnectTimeout(1_000)
                                        .setTcpNoDelay(true))
                        .with(new PoolOptions().setHttp1MaxSize(4_096))
                        .withConnectHandler(this::remember)
                        .build();
    }

    @Override
    public Flow.Publisher<ReplyFrame> call(ProviderCall call, byte[] body) {
        return new ReplyPipe(
                new DataHop(
                        vertx,
                        http,
                        addresses.of(call.target().provider()),
                        secret,
                        codec,
                        codec.encode(call, body),
                        this::isOld));
    }

    private void remember(HttpConnection connection) {
        born.put(connection, System.nanoTime());
        connection.closeHandler(closed -> born.remove(connection));
    }

    private boolean isOld(HttpConnection connection) {
        var since = born.get(connection);
        return since != null && System.nanoTime() - since > OLD_AGE_NANOS;
    }
}
