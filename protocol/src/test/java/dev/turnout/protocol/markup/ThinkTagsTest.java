package dev.turnout.protocol.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.protocol.translate.ReplyBlock;
import dev.turnout.protocol.translate.ReplyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThinkTagsTest {

    /** Texts in brackets are thinking, those in parentheses are text. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Hello.                                  | (Hello.)
                    <think>Hm.</think>Hello.                | [Hm.](Hello.)
                    ~<think>~Hm.~</think>~~Hello.~          | [Hm.~](Hello.~)
                    <think></think>Hello.                   | (Hello.)
                    <think>~~</think>~~Hello.               | (Hello.)
                    <think>Hm.                              | [Hm.]
                    <think>Hm.</think>                      | [Hm.]
                    <think>Hm.</think>~                     | [Hm.]
                    <think>a</b></thin</think>c             | [a</b></thin](c)
                    <think>Hm.</think>~<think>So.</think>Hi | [Hm.][So.](Hi)
                    The tag <think> and </think>.           | (The tag <think> and </think>.)
                    <thin                                   | (<thin)
                    ~Hello.                                 | (~Hello.)
                    ~                                       | (~)
                    <think>Hm.</think><thi                  | [Hm.](<thi)
                    Hm.</think>Hello.                       | (Hm.</think>Hello.)
                    """)
    void tagsWhereATextBeginsMakeThinking(String text, String expected) {
        check(text, expected, false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Hm.</think>~Hello.              | [Hm.](Hello.)
                    ~Hm.</think>Hello.              | [Hm.](Hello.)
                    <think>Hm.</think>Hello.        | [Hm.](Hello.)
                    </think>Hello.                  | (Hello.)
                    Hm.                             | [Hm.]
                    Hm.</think>Then </think>.       | [Hm.](Then </think>.)
                    """)
    void anAnswerMayBeginWithinAThought(String text, String expected) {
        check(text, expected, true);
    }

    @Test
    void onlyTheFirstTextBeginsWithinAThought() {
        var told = new StringBuilder();
        var filter = new ThinkTags(true);
        read("Hm.</think>", 99, filter, told);
        filter.pass(new ReplyEvent.BlockStarted(new ReplyBlock.ToolUse("1", "Read")), event -> {});
        filter.pass(new ReplyEvent.BlockStopped(), event -> {});
        read("Hello.", 99, filter, told);
        assertThat(told.toString()).isEqualTo("[Hm.](Hello.)");
    }

    @Test
    void whoTellsThinkingApartNeedsNoTags() {
        var told = new StringBuilder();
        var filter = new ThinkTags(true);
        filter.pass(new ReplyEvent.BlockStarted(new ReplyBlock.Thinking()), event -> {});
        filter.pass(new ReplyEvent.BlockStopped(), event -> {});
        read("Hello.", 99, filter, told);
        assertThat(told.toString()).isEqualTo("(Hello.)");
    }

    private static void check(String text, String expected, boolean unopened) {
        for (int piece = 1; piece <= text.length(); piece++) {
            var told = new StringBuilder();
            read(text.replace('~', '\n'), piece, new ThinkTags(unopened), told);
            assertThat(told.toString().replace('\n', '~'))
                    .as("in pieces of %d", piece)
                    .isEqualTo(expected);
        }
    }

    private static void read(String text, int piece, ThinkTags filter, StringBuilder told) {
        filter.pass(new ReplyEvent.BlockStarted(new ReplyBlock.Text()), e -> tell(e, told));
        for (int at = 0; at < text.length(); at += piece) {
            var part = text.substring(at, Math.min(text.length(), at + piece));
            filter.pass(new ReplyEvent.TextDelta(part), e -> tell(e, told));
        }
        filter.pass(new ReplyEvent.BlockStopped(), e -> tell(e, told));
    }

    private static void tell(ReplyEvent event, StringBuilder told) {
        switch (event) {
            case ReplyEvent.BlockStarted(ReplyBlock.Thinking thinking) -> told.append('[');
            case ReplyEvent.BlockStarted(var text) -> told.append('(');
            case ReplyEvent.ThinkingDelta(var text) -> told.append(text);
            case ReplyEvent.TextDelta(var text) -> told.append(text);
            default -> told.append(told.lastIndexOf("[") > told.lastIndexOf("(") ? ']' : ')');
        }
    }
}
