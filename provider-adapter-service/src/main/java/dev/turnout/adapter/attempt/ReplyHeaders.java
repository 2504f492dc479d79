package dev.turnout.adapter.attempt;

import dev.turnout.contracts.Header;
import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a provider's headers concerns the client. The list is closed: everything else tells of
 * the provider's account, limits and machinery, and the limits that a client sees are the
 * gateway's.
 */
final class ReplyHeaders {

    private static final List<String> PASSED =
            List.of("content-type", "cache-control", "retry-after", "x-should-retry");

    /** Anthropic's, what most others call it, and OpenRouter's. */
    private static final List<String> REQUEST_IDS =
            List.of("request-id", "x-request-id", "x-generation-id");

    private static final int LONGEST_REQUEST_ID = 200;

    private ReplyHeaders() {}

    static List<Header> of(MultiMap headers) {
        var passed = new ArrayList<Header>();
        for (var name : PASSED) {
            var value = headers.get(name);
            if (value != null) {
                passed.add(new Header(name, value));
            }
        }
        return passed;
    }

    /** The provider's own id of the request; null where it gave none. */
    static @Nullable String requestId(MultiMap headers) {
        for (var name : REQUEST_IDS) {
            var id = headers.get(name);
            if (id != null) {
                return id.length() > LONGEST_REQUEST_ID ? id.substring(0, LONGEST_REQUEST_ID) : id;
            }
        }
        return null;
    }
}
