package dev.turnout.gateway.authentication;

import dev.turnout.contracts.Principal;
import dev.turnout.contracts.Problem;

/** What authentication found. */
public sealed interface Verdict {

    record Known(Principal principal) implements Verdict {}

    record Refused(Problem problem) implements Verdict {}
}
