package dev.turnout.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrowingJsonTest {

    private static final String DEEP =
            " {\"a\" : \"x\\\"\\\\\\u00e9\\n{[\", \"b\":[1, -2.5e+3,[], {},{\"c\":null}],"
                    + "\"d\":{\"e\":true,\"f\":false,\"\":[\"g\",\"\\u12Ab\"]} , \"h\":-0 }";

    @ParameterizedTest
    @ValueSource(strings = {DEEP, "{}", "{\"a\":{}}", "{\"a\":[[],[{}]]}", "{ }"})
    void isWholeOnlyAtItsEnd(String object) {
        var json = new GrowingJson();
        for (char c : object.toCharArray()) {
            assertThat(json.whole()).isFalse();
            json.add(String.valueOf(c));
        }
        assertThat(json.whole()).isTrue();
        assertThat(json.isObject()).isTrue();
        json.add(" \n");
        assertThat(json.whole()).isTrue();
    }

    @Test
    void aCutObjectIsEndedWhereverItWasCut() throws JsonProcessingException {
        for (int cut = 0; cut < DEEP.length(); cut++) {
            var beginning = DEEP.substring(0, cut);
            var json = new GrowingJson();
            json.add(beginning);

            var ended = beginning + json.ending("CUT", "off");

            assertThat(new ObjectMapper().readTree(ended).path("CUT").asText())
                    .as("%s", ended)
                    .isEqualTo("off");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<|end|>", "{\"a\":1}", "}", ",", "x", " "})
    void whatStandsBehindTheObjectIsNoneOfIt(String tail) {
        for (var object : new String[] {DEEP, "{}"}) {
            var json = new GrowingJson();
            assertThat(json.add(object + tail, 0)).isEqualTo(object.length());
            assertThat(json.add(tail, 0)).isZero();
            assertThat(json.whole()).isTrue();
        }
    }

    @Test
    void anObjectIsEmptyUntilItHoldsSomething() {
        for (var text : new String[] {"{", " { ", "{}", "{ }"}) {
            var json = new GrowingJson();
            json.add(text);
            assertThat(json.isEmptyObject()).isTrue();
        }
        for (var text : new String[] {"", "[]", "{\"", "{x", "{\"a\":{}}"}) {
            var json = new GrowingJson();
            json.add(text);
            assertThat(json.isEmptyObject()).isFalse();
        }
    }

    @Test
    void whatIsNoObjectIsFollowedWithoutFail() {
        for (var text : new String[] {"null", "path=a", "]}", "\"x\"", "[1]", ",:", "}{"}) {
            var json = new GrowingJson();
            json.add(text);
            assertThat(json.begun()).isTrue();
            assertThat(json.isObject()).isFalse();
        }
        assertThat(new GrowingJson().begun()).isFalse();
    }
}
