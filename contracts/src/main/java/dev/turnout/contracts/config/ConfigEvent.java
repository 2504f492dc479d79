package dev.turnout.contracts.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the configuration feed says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ConfigEvent.Revised.class, name = "revised"),
    @JsonSubTypes.Type(value = ConfigEvent.KeysChanged.class, name = "keys"),
    @JsonSubTypes.Type(value = ConfigEvent.Heartbeat.class, name = "heartbeat")
})
public sealed interface ConfigEvent {

    /** A revision was accepted; one that missed others gets only the newest. */
    record Revised(Snapshot snapshot) implements ConfigEvent {}

    /** The client keys as they are now. */
    record KeysChanged(KeyRing keys) implements ConfigEvent {}

    /** The feed is alive, and this is the newest revision. */
    record Heartbeat(long revision) implements ConfigEvent {}
}
