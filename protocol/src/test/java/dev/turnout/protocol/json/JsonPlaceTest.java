package dev.turnout.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.contracts.ProblemException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class JsonPlaceTest {

    private static final JsonPlace PLACE =
            JsonPlace.field("messages").to(3).to("content").to(0).to("id");

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertRefused("5", PLACE::text, "Input should be a string, not a number.");
        assertRefused("-1", PLACE::wholeNumber, "Input should be a whole number, not a number.");
        assertRefused("1e400", PLACE::number, "Input should be a number, not a number.");
        assertRefused("[]", PLACE::object, "Input should be an object, not an array.");
        assertRefused(
                "null",
                scan -> PLACE.required(scan.stringOrNull()),
                "Field required, a text that is not empty.");
    }

    @Test
    void whatIsRightIsRead() {
        assertThat(read("\"x\"", PLACE::text)).isEqualTo("x");
        assertThat(read("12", PLACE::wholeNumber)).isEqualTo(12);
        assertThat(read("99999999999", PLACE::wholeNumber)).isEqualTo(Integer.MAX_VALUE);
        assertThat(read("0.5", PLACE::number)).isEqualTo(0.5);
        assertThat(read("{ \"a\" : 1 }", PLACE::object)).isEqualTo("{\"a\":1}");
        assertThat(PLACE.required("x")).isEqualTo("x");
    }

    private static void assertRefused(String json, Function<JsonScan, ?> reading, String says) {
        assertThatThrownBy(() -> read(json, reading))
                .isInstanceOf(ProblemException.class)
                .hasMessage("INVALID_REQUEST: messages.3.content.0.id: " + says);
    }

    private static <T> T read(String json, Function<JsonScan, T> reading) {
        try (var scan = JsonScan.of(json.getBytes(UTF_8))) {
            return reading.apply(scan);
        }
    }
}
