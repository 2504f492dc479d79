package dev.turnout.gateway.front;

import dev.turnout.gateway.GatewaySettings;
import dev.turnout.kit.address.AddressRange;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The gateway's numbers, for tests: those of a user, but for a clock that never strikes. */
public record Settings(
        int maxBody,
        int bigBody,
        long bodiesInFlight,
        Duration ping,
        Duration uploadSilence,
        Duration deadline,
        Optional<List<AddressRange>> trustedProxies)
        implements GatewaySettings {

    private static final Duration NEVER = Duration.ofDays(1);

    public static final Settings USUAL =
            new Settings(32 << 20, 1 << 20, 256 << 20, NEVER, NEVER, NEVER, Optional.empty());

    public Settings withBigBody(int bytes) {
        return new Settings(
                maxBody, bytes, bodiesInFlight, ping, uploadSilence, deadline, trustedProxies);
    }

    public Settings withBodiesInFlight(long bytes) {
        return new Settings(maxBody, bigBody, bytes, ping, uploadSilence, deadline, trustedProxies);
    }

    public Settings withPing(Duration silence) {
        return new Settings(
                maxBody, bigBody, bodiesInFlight, silence, uploadSilence, deadline, trustedProxies);
    }

    public Settings withUploadSilence(Duration silence) {
        return new Settings(
                maxBody, bigBody, bodiesInFlight, ping, silence, deadline, trustedProxies);
    }

    public Settings withDeadline(Duration longest) {
        return new Settings(
                maxBody, bigBody, bodiesInFlight, ping, uploadSilence, longest, trustedProxies);
    }

    public Settings withTrustedProxies(String... networks) {
        var trusted = Arrays.stream(networks).map(AddressRange::of).toList();
        return new Settings(
                maxBody,
                bigBody,
                bodiesInFlight,
                ping,
                uploadSilence,
                deadline,
                Optional.of(trusted));
    }
}
