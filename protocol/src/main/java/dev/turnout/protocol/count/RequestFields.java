package dev.turnout.protocol.count;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.json.JsonScan;
import java.util.function.Consumer;

/** The walk over a request to be counted, as far as it is the same in every dialect. */
public final class RequestFields {

    private RequestFields() {}

    /**
     * Shows each top-level field, with the scan on its value. {@link ProblemException} with {@code
     * INVALID_REQUEST} where the body is no JSON object.
     */
    public static void each(byte[] body, Consumer<JsonScan> field) {
        try (var scan = JsonScan.of(body)) {
            if (!scan.enterObject()) {
                throw Problem.of(
                                ProblemCode.INVALID_REQUEST,
                                "The body is "
                                        + scan.kind()
                                        + ". Send a JSON object, as to be answered.")
                        .asException();
            }
            while (scan.nextField()) {
                field.accept(scan);
            }
            scan.finish();
        }
    }
}
