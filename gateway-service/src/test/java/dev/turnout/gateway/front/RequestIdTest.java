package dev.turnout.gateway.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of our request ids. */
class RequestIdTest {

    @Test
    void looksLikeAnthropicsAndIsNeverTheSame() {
        var ids = Stream.generate(RequestId::fresh).limit(1_000).toList();

        assertThat(ids).allMatch(id -> id.matches("req_[0-9A-Za-z]{24}")).doesNotHaveDuplicates();
    }
}
