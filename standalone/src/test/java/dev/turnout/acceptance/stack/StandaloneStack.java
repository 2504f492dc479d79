package dev.turnout.acceptance.stack;

import java.net.URI;

/** All five services in one JVM, with nothing beside it. */
public final class StandaloneStack implements Stack {

    private final Home home;
    private final URI url;
    private final ServerProcess process;
    private final ConfigFile config;

    private StandaloneStack(Home home, URI url, ServerProcess process) {
        this.home = home;
        this.url = url;
        this.process = process;
        this.config = new ConfigFile(home.config(), new ControlPlane(process.management()));
    }

    /** Starts it with a first configuration and waits until it is ready. */
    public static StandaloneStack start(String document) {
        var home = Home.fresh(document);
        var ports = FreePorts.of(2);
        var url = Loopback.url(ports.next());
        var management = Loopback.url(ports.next());
        var process =
                new ServerProcess(
                        "standalone",
                        management,
                        Loopback.log("standalone", "standalone"),
                        Loopback.environment(home),
                        Loopback.ports(url, management));
        var stack = new StandaloneStack(home, url, process);
        try {
            process.start();
            process.awaitReady();
            return stack;
        } catch (AssertionError e) {
            stack.close();
            throw e;
        }
    }

    @Override
    public String key() {
        return home.key();
    }

    @Override
    public URI service(Service service) {
        return url;
    }

    @Override
    public URI management(Service service) {
        return process.management();
    }

    @Override
    public String log(Service service) {
        return process.log();
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
        process.kill();
    }

    @Override
    public void restart(Service service) {
        process.start();
        process.awaitReady();
    }

    @Override
    public void revive() {
        process.revive();
    }

    @Override
    public void close() {
        process.kill();
        home.delete();
    }
}
