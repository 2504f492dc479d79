package dev.turnout.acceptance.stack;

/** The five services. */
public enum Service {
    GATEWAY("gateway-service"),
    ROUTING("routing-service"),
    ADAPTER("provider-adapter-service"),
    CONFIG("config-service"),
    SEARCH("search-service");

    private final String module;

    Service(String module) {
        this.module = module;
    }

    /** The Maven module that packages it. */
    public String module() {
        return module;
    }
}
