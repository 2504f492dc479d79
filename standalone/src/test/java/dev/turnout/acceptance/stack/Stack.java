package dev.turnout.acceptance.stack;

import java.net.URI;

/** A running Turnout, however it is wired. */
public interface Stack extends AutoCloseable {

    /** What every provider is shown: no cluster takes a key that stands in a document. */
    String PROVIDER_KEY = "sk-of-the-provider";

    /** The variable of the services' environment that holds it. */
    String PROVIDER_KEY_VARIABLE = "ACCEPTANCE_PROVIDER_KEY";

    /** Where clients connect. */
    default URI gateway() {
        return service(Service.GATEWAY);
    }

    /** A client key that may do everything. */
    String key();

    /** Where a service listens; the same address for all in one JVM. */
    URI service(Service service);

    /** Where a service shows its health and metrics. */
    URI management(Service service);

    /** All that the process of a service has logged, over restarts. */
    String log(Service service);

    /**
     * Makes a document the newest revision and waits until every replica serves from it. The same
     * document again changes nothing.
     *
     * @return the revision
     * @throws AssertionError where it is refused or not taken over in time, with the reasons
     */
    long pushConfig(String document);

    /** Waits until every replica serves from the newest revision. */
    void awaitApplied();

    /** Ends the process of a service as {@code kill -9} does. */
    void kill(Service service);

    /** Starts the process of a service again and waits until it is ready. */
    void restart(Service service);

    /** Starts whatever has ended, so that what one test broke does not break the next. */
    void revive();

    /** Ends every process. */
    @Override
    void close();
}
