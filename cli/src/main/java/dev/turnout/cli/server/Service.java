package dev.turnout.cli.server;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** What can be a process: all of Turnout, or one of its five services. */
enum Service {
    STANDALONE("standalone", "standalone", 3456, 9000),
    GATEWAY("gateway", "gateway-service", 8080, 9000),
    ROUTING("routing", "routing-service", 8081, 9001),
    PROVIDER_ADAPTER("provider-adapter", "provider-adapter-service", 8082, 9002),
    CONFIG("config", "config-service", 8083, 9003),
    SEARCH("search", "search-service", 8084, 9004);

    /** The suite as processes of their own, the front door first. */
    static final List<Service> SPLIT = List.of(GATEWAY, ROUTING, PROVIDER_ADAPTER, CONFIG, SEARCH);

    private final String id;
    private final String module;
    private final int port;
    private final int managementPort;

    Service(String id, String module, int port, int managementPort) {
        this.id = id;
        this.module = module;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** The name users write. */
    @JsonValue
    String id() {
        return id;
    }

    /** The folder it is built in. */
    String module() {
        return module;
    }

    /** Where it listens unless told otherwise. */
    int port() {
        return port;
    }

    /** Where it tells of its health unless told otherwise. */
    int managementPort() {
        return managementPort;
    }

    /** Whether clients come in here. */
    boolean isFront() {
        return this == STANDALONE || this == GATEWAY;
    }

    /** Whether it knows the configuration of all. */
    boolean knowsConfiguration() {
        return this == STANDALONE || this == CONFIG;
    }
}
