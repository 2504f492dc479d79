package dev.turnout.gateway.ledger;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.Usage;
import dev.turnout.contracts.routing.RoutePlan;
import dev.turnout.contracts.routing.Traits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What became of one request. Never its content.
 *
 * @param plan null where the request did not come so far
 * @param target that answered, or was tried last
 * @param attempts how many targets were tried
 * @param firstEvent from the arrival to the first content; null where there was none
 * @param took from the arrival to the end
 */
public record RequestRecord(
        CallContext context,
        Operation operation,
        Traits traits,
        @Nullable RoutePlan plan,
        @Nullable Target target,
        int attempts,
        Outcome outcome,
        int status,
        Usage usage,
        @Nullable Duration firstEvent,
        Duration took) {}
