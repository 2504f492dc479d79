package dev.turnout.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.TreeMap;

/**
 * JSON in a form that is the same for equal values, whoever wrote them: fields in the order of
 * their names, no white space, each string and number in one way. Only to be compared.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /** {@link dev.turnout.contracts.ProblemException} where it is no JSON. */
    public static String of(String json) {
        try (var scan = JsonScan.of(json.getBytes(UTF_8))) {
            var canonical = value(scan);
            scan.finish();
            return canonical;
        }
    }

    private static String value(JsonScan scan) {
        if (scan.isString()) {
            return JsonText.quote(scan.string());
        }
        if (scan.enterArray()) {
            var elements = new ArrayList<String>();
            while (scan.nextElement()) {
                elements.add(value(scan));
            }
            return elements.toString();
        }
        if (scan.enterObject()) {
            var fields = new TreeMap<String, String>();
            while (scan.nextField()) {
                var name = JsonText.quote(scan.name());
                fields.put(name, value(scan));
            }
            return fields.toString();
        }
        return scalar(scan.compact(scan.start()));
    }

    /** A number, or one of the three words. */
    private static String scalar(String written) {
        try {
            return new BigDecimal(written).stripTrailingZeros().toString();
        } catch (NumberFormatException word) {
            return written;
        }
    }
}
