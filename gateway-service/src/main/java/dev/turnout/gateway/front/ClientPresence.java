package dev.turnout.gateway.front;

import io.vertx.core.http.HttpServerResponse;

/** Whether the client is still there, and who wants to know when it leaves. */
final class ClientPresence {

    private boolean gone;
    private Runnable onLeaving = () -> {};

    private ClientPresence() {}

    /**
     * By the connection alone: the routing context's own end handler calls a body that cannot be
     * decoded an end as well, and its client waits for an answer.
     */
    static ClientPresence of(HttpServerResponse response) {
        var presence = new ClientPresence();
        response.closeHandler(
                closed -> {
                    presence.gone = true;
                    presence.onLeaving.run();
                });
        return presence;
    }

    boolean isGone() {
        return gone;
    }

    /** Replaces who wanted to know before. */
    void onLeaving(Runnable then) {
        onLeaving = then;
    }
}
