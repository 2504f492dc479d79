package dev.turnout.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MergedJsonTest {

    @Test
    void laterFieldsReplaceAndObjectsMerge() {
        var merged = new MergedJson();
        merged.add("{\"a\":1,\"b\":{\"c\":[1, 2],\"d\":{\"e\":null}},\"\\u0066\\n\":\"x\"}");
        merged.add("{\"b\":{\"d\":{\"g\":1.50},\"c\":[]},\"a\":{\"h\":true}}");
        merged.add("[5]");
        assertThat(merged.text())
                .isEqualTo(
                        "{\"a\":{\"h\":true},\"b\":{\"c\":[],\"d\":{\"e\":null,\"g\":1.50}},"
                                + "\"f\\n\":\"x\"}");
    }

    @Test
    void ofNothingIsEmpty() {
        assertThat(new MergedJson().text()).isEqualTo("{}");
    }
}
