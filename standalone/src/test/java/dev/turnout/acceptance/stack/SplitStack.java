package dev.turnout.acceptance.stack;

import java.net.URI;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Five processes on loopback, with a real Redis and a real PostgreSQL beside them. */
public final class SplitStack implements Stack {

    private final Home home;
    private final SharedState shared;
    private final Map<Service, URI> urls = new EnumMap<>(Service.class);
    private final Map<Service, ServerProcess> processes = new EnumMap<>(Service.class);
    private final ConfigFile config;

    private SplitStack(Home home, SharedState shared) {
        this.home = home;
        this.shared = shared;
        var ports = FreePorts.of(2 * Service.values().length);
        for (var service : Service.values()) {
            urls.put(service, Loopback.url(ports.next()));
        }
        for (var service : Service.values()) {
            var management = Loopback.url(ports.next());
            processes.put(
                    service,
                    new ServerProcess(
                            service.module(),
                            management,
                            Loopback.log("split", service.module()),
                            environment(),
                            Loopback.ports(service(service), management)));
        }
        config = new ConfigFile(home.config(), new ControlPlane(management(Service.CONFIG)));
    }

    /** Starts all at once with a first configuration and waits until all are ready. */
    public static SplitStack start(String document) {
        var stack = new SplitStack(Home.fresh(document), SharedState.start());
        try {
            stack.processes.values().forEach(ServerProcess::start);
            stack.processes.values().forEach(ServerProcess::awaitReady);
            return stack;
        } catch (AssertionError e) {
            stack.close();
            throw e;
        }
    }

    private Map<String, String> environment() {
        var environment = new LinkedHashMap<>(Loopback.environment(home));
        environment.putAll(shared.environment());
        environment.put("TURNOUT_ROUTING_URL", service(Service.ROUTING).toString());
        environment.put("TURNOUT_ADAPTER_URL", service(Service.ADAPTER).toString());
        environment.put("TURNOUT_CONFIG_URL", service(Service.CONFIG).toString());
        environment.put("TURNOUT_SEARCH_URL", service(Service.SEARCH).toString());
        return environment;
    }

    @Override
    public String key() {
        return home.key();
    }

    @Override
    public URI service(Service service) {
        return of(urls, service);
    }

    @Override
    public URI management(Service service) {
        return of(processes, service).management();
    }

    @Override
    public String log(Service service) {
        return of(processes, service).log();
    }

    @Override
    public long pushConfig(String document) {
        return config.push(document);
    }

    @Override
    public void awaitApplied() {
        config.awaitApplied();
    }

    @Override
    public void kill(Service service) {
        of(processes, service).kill();
    }

    @Override
    public void restart(Service service) {
        of(processes, service).start();
        of(processes, service).awaitReady();
    }

    @Override
    public void revive() {
        processes.values().forEach(ServerProcess::revive);
    }

    /** Runs {@code test} with the address of a second gateway, beside the same Redis. */
    public void withSecondGateway(Consumer<URI> test) {
        var ports = FreePorts.of(2);
        var url = Loopback.url(ports.next());
        var management = Loopback.url(ports.next());
        var module = Service.GATEWAY.module();
        var second =
                new ServerProcess(
                        module,
                        management,
                        Loopback.log("split", module + "-2"),
                        environment(),
                        Loopback.ports(url, management));
        try {
            second.start();
            second.awaitReady();
            test.accept(url);
        } finally {
            second.kill();
        }
    }

    /** What replicas share in Redis is gone, as after a first start. */
    public void forgetSharedState() {
        shared.forget();
    }

    /** Whether PostgreSQL holds who brought the revision. */
    public boolean isAudited(long revision) {
        return shared.isAudited(revision);
    }

    @Override
    public void close() {
        processes.values().forEach(ServerProcess::kill);
        shared.close();
        home.delete();
    }

    private static <T> T of(Map<Service, T> all, Service service) {
        var found = all.get(service);
        if (found == null) {
            throw new IllegalStateException(service + " is no part of this stack");
        }
        return found;
    }
}
