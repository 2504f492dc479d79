package dev.turnout.contracts.routing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a request is for, as far as a gateway can tell. */
public enum RequestClass {
    @JsonProperty("main")
    MAIN,
    @JsonProperty("subagent")
    SUBAGENT,
    @JsonProperty("background")
    BACKGROUND,
    @JsonProperty("web-search")
    WEB_SEARCH,
    @JsonProperty("compaction")
    COMPACTION,
    @JsonProperty("count")
    COUNT,
    /** Vectors are wanted, not an answer. */
    @JsonProperty("embedding")
    EMBEDDING
}
