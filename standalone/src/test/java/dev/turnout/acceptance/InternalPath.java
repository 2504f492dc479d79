package dev.turnout.acceptance;

import dev.turnout.acceptance.client.Answered;
import dev.turnout.acceptance.stack.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;

/** A path by which services reach each other, where it is served. */
record InternalPath(Service service, String method, String path) {

    static Stream<InternalPath> all() {
        return Stream.of(
                new InternalPath(Service.ROUTING, "POST", "/internal/routing/plan"),
                new InternalPath(Service.ADAPTER, "POST", "/internal/provider/call"),
                new InternalPath(Service.CONFIG, "GET", "/internal/config/watch?after=0&keys=0"),
                new InternalPath(Service.CONFIG, "POST", "/internal/config/acknowledgements"),
                new InternalPath(Service.CONFIG, "POST", "/internal/config/revisions"),
                new InternalPath(Service.CONFIG, "GET", "/internal/config/status"),
                new InternalPath(Service.SEARCH, "POST", "/internal/search"));
    }

    /** Other spellings, by which one might get around a check of the path. */
    static Stream<InternalPath> waysRound() {
        return Stream.of(
                new InternalPath(Service.CONFIG, "GET", "/%69nternal/config/status"),
                new InternalPath(Service.CONFIG, "GET", "/x/../internal/config/status"),
                new InternalPath(Service.CONFIG, "GET", "//internal/config/status"),
                new InternalPath(Service.CONFIG, "GET", "/internal;x=1/config/status"),
                new InternalPath(Service.CONFIG, "GET", "/internal%2Fconfig/status;x=1"),
                new InternalPath(Service.CONFIG, "GET", "/INTERNAL/config/status"));
    }

    /** Calls it with the client key, which is no key to it, and these headers more. */
    Answered call(Stage stage, String... headers) throws IOException {
        var request =
                HttpRequest.newBuilder(URI.create(stage.stack().service(service) + path))
                        .method(method, BodyPublishers.ofString("{}"))
                        .header("content-type", "application/json")
                        .header("x-api-key", stage.stack().key());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return stage.client().exchange(request);
    }
}
