package dev.turnout.gateway.front;

import dev.turnout.gateway.GatewaySettings;
import java.time.Duration;

/** The gateway's numbers, for tests: those of a user, but for a clock that never strikes. */
public record Settings(
        int maxBody,
        int bigBody,
        long bodiesInFlight,
        Duration ping,
        Duration uploadSilence,
        Duration deadline)
        implements GatewaySettings {

    private static final Duration NEVER = Duration.ofDays(1);

    public static final Settings USUAL =
            new Settings(32 << 20, 1 << 20, 256 << 20, NEVER, NEVER, NEVER);

    public Settings withBigBody(int bytes) {
        return new Settings(maxBody, bytes, bodiesInFlight, ping, uploadSilence, deadline);
    }

    public Settings withBodiesInFlight(long bytes) {
        return new Settings(maxBody, bigBody, bytes, ping, uploadSilence, deadline);
    }

    public Settings withPing(Duration silence) {
        return new Settings(maxBody, bigBody, bodiesInFlight, silence, uploadSilence, deadline);
    }

    public Settings withUploadSilence(Duration silence) {
        return new Settings(maxBody, bigBody, bodiesInFlight, ping, silence, deadline);
    }

    public Settings withDeadline(Duration longest) {
        return new Settings(maxBody, bigBody, bodiesInFlight, ping, uploadSilence, longest);
    }
}
