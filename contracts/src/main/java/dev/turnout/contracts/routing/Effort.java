package dev.turnout.contracts.routing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How hard the client wants the model to think, least first ({@code output_config.effort}). */
public enum Effort {
    @JsonProperty("low")
    LOW,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("high")
    HIGH,
    @JsonProperty("xhigh")
    XHIGH,
    @JsonProperty("max")
    MAX
}
