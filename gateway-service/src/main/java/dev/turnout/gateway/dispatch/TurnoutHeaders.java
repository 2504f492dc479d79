package dev.turnout.gateway.dispatch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.Header;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.routing.RoutePlan;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an answer says about its own way here. */
final class TurnoutHeaders {

    private TurnoutHeaders() {}

    /** The plan, as far as there is one; nobody knows yet who will answer. */
    static List<Header> of(@Nullable RoutePlan plan) {
        return plan == null
                ? List.of()
                : List.of(
                        new Header("x-turnout-route", ascii(plan.route())),
                        new Header("x-turnout-revision", Long.toString(plan.revision())));
    }

    /** The plan, and the target that answers or was tried last. */
    static List<Header> of(@Nullable RoutePlan plan, Target target, int attempts) {
        var headers = new ArrayList<>(of(plan));
        headers.add(new Header("x-turnout-target", ascii(target.toString())));
        headers.add(new Header("x-turnout-attempts", Integer.toString(attempts)));
        return headers;
    }

    /** Names may hold any letter, a header field may not: what is not ASCII is percent-encoded. */
    private static String ascii(String name) {
        return name.chars().allMatch(c -> c > ' ' && c < 127)
                ? name
                : URLEncoder.encode(name, UTF_8).replace("%2F", "/");
    }
}
