package dev.turnout.gateway.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A whole answer as the client has it; names of headers in small letters. */
public record Answer(int status, Map<String, String> headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<String> response) {
        var headers = new LinkedHashMap<String, String>();
        response.headers()
                .map()
                .forEach(
                        (name, values) ->
                                headers.put(
                                        name.toLowerCase(Locale.ROOT), String.join(", ", values)));
        return new Answer(response.statusCode(), headers, response.body());
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** What {@link #isRefusal} has found: the message for the client's user. */
    public String message() {
        return json().path("error").path("message").asText();
    }

    /** The body, which must be JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }

    /** Asserts that this is an error of the Messages API, field by field, and tells no secrets. */
    public Answer isRefusal(int wanted, String type, boolean retry) {
        assertThat(status).as(body).isEqualTo(wanted);
        assertThat(header("content-type")).isEqualTo("application/json");
        assertThat(header("x-should-retry")).isEqualTo(Boolean.toString(retry));
        assertThat(header("request-id")).matches("req_[0-9A-Za-z]{24}");
        assertThat(body)
                .isEqualTo(
                        "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":%s},\"request_id\":\"%s\"}"
                                .formatted(type, quoted(message()), header("request-id")));
        assertThat(message()).isNotBlank().doesNotContain("Exception", "dev.turnout", "at io.");
        return this;
    }

    /** Asserts that this is an error of OpenAI's API, and tells no secrets. */
    public Answer isOpenAiRefusal(int wanted) {
        assertThat(status).as(body).isEqualTo(wanted);
        assertThat(header("content-type")).isEqualTo("application/json");
        assertThat(header("x-request-id")).matches("req_[0-9A-Za-z]{24}");
        assertThat(json().path("error").path("type").isTextual()).as(body).isTrue();
        assertThat(json().path("error").has("param")).as(body).isTrue();
        assertThat(json().path("error").has("code")).as(body).isTrue();
        assertThat(message()).isNotBlank().doesNotContain("Exception", "dev.turnout", "at io.");
        return this;
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
