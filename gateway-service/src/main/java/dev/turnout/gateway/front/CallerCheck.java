package dev.turnout.gateway.front;

import dev.turnout.contracts.Principal;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.gateway.authentication.Authentication;
import dev.turnout.gateway.authentication.Verdict;
import dev.turnout.gateway.rate.AddressLimit;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Lets callers in whose address may still ask and whose key is known; both before any body. */
@Singleton
class CallerCheck {

    private final AddressLimit addresses;
    private final Authentication authentication;

    @Inject
    CallerCheck(AddressLimit addresses, Authentication authentication) {
        this.addresses = addresses;
        this.authentication = authentication;
    }

    /** Who is calling; fails with the problem to answer. */
    Future<Principal> admit(HttpServerRequest request, Operation operation) {
        return switch (operation) {
            case GENERATE, EMBED -> admit(request);
            // Counting is outside all limits; whoever is not known spends a request even so.
            case COUNT_TOKENS ->
                    known(request)
                            .recover(
                                    refused ->
                                            addresses
                                                    .take(request)
                                                    .compose(
                                                            spent -> Future.failedFuture(refused)));
        };
    }

    /** The same for a request that asks no model. */
    Future<Principal> admit(HttpServerRequest request) {
        return addresses.take(request).compose(spent -> known(request));
    }

    private Future<Principal> known(HttpServerRequest request) {
        return switch (authentication.of(request)) {
            case Verdict.Known(var principal) -> Future.succeededFuture(principal);
            case Verdict.Refused(var problem) -> Future.failedFuture(problem.asException());
        };
    }
}
