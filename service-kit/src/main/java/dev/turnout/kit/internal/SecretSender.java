package dev.turnout.kit.internal;

import jakarta.inject.Inject;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Shows the service secret with every call to another service. */
@Provider
public class SecretSender implements ClientRequestFilter {

    private final ServiceSecret secret;

    @Inject
    public SecretSender(ServiceSecret secret) {
        this.secret = secret;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(ServiceSecret.HEADER, secret.current());
    }
}
