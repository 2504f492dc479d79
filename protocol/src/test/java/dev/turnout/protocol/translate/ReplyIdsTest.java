package dev.turnout.protocol.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyIdsTest {

    @ParameterizedTest
    @ValueSource(strings = {"toolu_01AbC", "call-1", "0", "_"})
    void aUsualIdIsKept(String id) {
        assertThat(ReplyIds.tool(id, 0, context("req_1"))).isEqualTo(id);
        assertThat(ReplyIds.answer(id, "msg_", context("req_1"))).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "functions.Bash:0", "call 1", "call_é", "a\n"})
    void anyOtherIsMadeAnewTheSameEachTime(String id) {
        var made = ReplyIds.tool(id, 0, context("req_1"));
        assertThat(made).matches("toolu_[0-9a-f]{24}");
        assertThat(ReplyIds.tool(id, 0, context("req_1"))).isEqualTo(made);
        assertThat(ReplyIds.tool(id, 1, context("req_1"))).isNotEqualTo(made);
        assertThat(ReplyIds.tool(id, 0, context("req_2"))).isNotEqualTo(made);
    }

    @Test
    void oneThatIsTooLongIsMadeAnew() {
        assertThat(ReplyIds.tool("x".repeat(64), 0, context("r"))).hasSize(64);
        assertThat(ReplyIds.tool("x".repeat(65), 0, context("r"))).startsWith("toolu_");
    }

    @Test
    void anAnswerWithoutIdGetsOneOfTheClientsForm() {
        assertThat(ReplyIds.answer(null, "chatcmpl-", context("req_1")))
                .matches("chatcmpl-[0-9a-f]{24}");
    }

    private static AnswerContext context(String requestId) {
        return new AnswerContext(requestId, Target.of("house/m"), 0, false, 0);
    }
}
