package dev.turnout.protocol.markup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.protocol.conversation.Tool;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupScannerTest {

    private static final Tool.Function READ =
            new Tool.Function(
                    "Read",
                    "",
                    """
                    {"type":"object","properties":{"path":{"type":"string"},
                     "lines":{"type":"integer"},"all":{"type":"boolean"},
                     "tags":{"type":"array","items":{"type":"string"}}}}
                    """,
                    null);

    private static final String DSML = "｜DSML｜";

    /** Texts, and what becomes of them: calls stand in double angle brackets. */
    static Stream<Arguments> lifted() {
        return Stream.of(
                Arguments.of(
                        "So.\n<tool_call>\n{\"name\": \"Read\", \"arguments\": {\"path\":\"a\"}}\n</tool_call>",
                        "So.\n«Read {\"path\":\"a\"}»"),
                Arguments.of(
                        "<tool_call>{\"arguments\":\"{\\\"path\\\":\\\"</tool_call>\\\"}\",\"name\":\"Read\"}</tool_call> Done.",
                        "«Read {\"path\":\"</tool_call>\"}» Done."),
                Arguments.of(
                        "<tool_call>{\"name\":\"Read\"}</tool_call>\n<tool_call>{'name':'Read','arguments':{'all':True}}</tool_call>",
                        "«Read {}»\n«Read {\"all\":true}»"),
                Arguments.of(
                        "<tool_call>\n<function=Read>\n<parameter=path>\na\n</parameter>\n<parameter=lines>\n12\n</parameter>\n<parameter=all>\nTrue\n</parameter>\n<parameter=tags>\n[\"x\", 'y']\n</parameter>\n</function>\n</tool_call>",
                        "«Read {\"path\":\"a\",\"lines\":12,\"all\":true,\"tags\":[\"x\",\"y\"]}»"),
                Arguments.of(
                        "<tool_call><function=Read><parameter=path>\n <parameter=x>\n</parameter></tool_call>\n\n</parameter></function></tool_call>",
                        "«Read {\"path\":\" <parameter=x>\\n</parameter></tool_call>\\n\"}»"),
                Arguments.of(
                        "<function=Read>\n<parameter=lines>\nfew\n</parameter>\n</function>\n</tool_call>\nNext.",
                        "«Read {\"lines\":\"few\"}»\nNext."),
                Arguments.of(
                        "<tool_call>Read\n<arg_key>path</arg_key>\n<arg_value>a </arg_value>\n<arg_key>lines</arg_key>\n<arg_value>3</arg_value>\n</tool_call>",
                        "«Read {\"path\":\"a \",\"lines\":3}»"),
                Arguments.of("<tool_call>Read</tool_call>", "«Read {}»"),
                Arguments.of(
                        "<|tool_calls_section_begin|><|tool_call_begin|>functions.Read:0<|tool_call_argument_begin|>{\"path\":\"a\"}<|tool_call_end|><|tool_call_begin|>functions.Read:1<|tool_call_argument_begin|>{}<|tool_call_end|><|tool_calls_section_end|>",
                        "«functions.Read {\"path\":\"a\"}»«functions.Read {}»"),
                Arguments.of(
                        "Hm <|tool_call_begin|>Read<|tool_call_argument_begin|><|tool_call_end|>",
                        "Hm «Read {}»"),
                Arguments.of(
                        "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>function<｜tool▁sep｜>Read\n```json\n{\"path\":\"a\"}\n```<｜tool▁call▁end｜>\n<｜tool▁call▁begin｜>Read<｜tool▁sep｜>{\"lines\": 1}<｜tool▁call▁end｜><｜tool▁calls▁end｜>",
                        "«Read {\"path\":\"a\"}»«Read {\"lines\": 1}»"),
                Arguments.of(
                        "<%1$stool_calls>\n<%1$sinvoke name=\"Read\">\n<%1$sparameter name=\"path\" string=\"true\">1</%1$sparameter>\n<%1$sparameter name=\"lines\" string=\"false\">1</%1$sparameter>\n</%1$sinvoke>\n</%1$stool_calls>"
                                .formatted(DSML),
                        "«Read {\"path\":\"1\",\"lines\":1}»"),
                Arguments.of(
                        "<%1$sfunction_calls｜><%1$sinvoke name=\"Read\"｜>{\"path\": \"a\"}</%1$sinvoke｜></%1$sfunction_calls｜>"
                                .formatted(DSML),
                        "«Read {\"path\": \"a\"}»"),
                Arguments.of(
                        "<minimax:tool_call>\n<invoke name=\"Read\">\n<parameter name=\"path\">a</parameter>\n<parameter name=\"tags\">[]</parameter>\n</invoke>\n<invoke name=\"Read\">\n</invoke>\n</minimax:tool_call>",
                        "«Read {\"path\":\"a\",\"tags\":[]}»«Read {}»"),
                Arguments.of(
                        "<|python_tag|>{\"name\":\"Read\",\"parameters\":{\"path\":\"a\"}}; {\"name\":\"Read\",\"parameters\":{}}",
                        "«Read {\"path\":\"a\"}»«Read {}»"),
                Arguments.of(
                        "<|python_tag|>{\"name\":\"Read\",\"parameters\":{}}<|eot_id|>.<|eom_id|>",
                        "«Read {}».<|eom_id|>"),
                Arguments.of(
                        "Write <tool_call> like <tool_call>Read</tool_call>",
                        "Write <tool_call> like «Read {}»"),
                Arguments.of(
                        "<tool_call>\n<function=Read>\n<parameter=path>\na\n</parameter>\n</function>",
                        "«Read {\"path\":\"a\"}»"));
    }

    @ParameterizedTest
    @MethodSource("lifted")
    void callsAreLiftedHoweverTheTextIsCut(String text, String expected) {
        assertThat(scanned(text, text.length(), true)).isEqualTo(expected);
        for (int piece = 1; piece < text.length(); piece++) {
            assertThat(scanned(text, piece, true)).as("in pieces of %d", piece).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a < b and <b>c</b>",
                "The tag <tool_call> begins, and </tool_call> ends it.",
                "<tool_call>{\"name\":\"Grep\",\"arguments\":{}}</tool_call>",
                "<tool_call>{\"name\":\"Read",
                "<tool_call>{\"arguments\":{}}</tool_call>",
                "<tool_call>\n<function=Grep>\n</function>\n</tool_call>",
                "<tool_call>\n<function=Read>\nno\n</function>\n</tool_call>",
                "<tool_call>\n<function=Read>\n<parameter=path>a",
                "<tool_call>Grep</tool_call>",
                "<tool_call>Read <arg_key>a</arg_key></tool_call>",
                "<function=f(x)> is mathematics",
                "<|tool_calls_section_begin|> is a token",
                "<|tool_call_begin|>Grep:0<|tool_call_argument_begin|>{}<|tool_call_end|>",
                "<|tool_call_begin|>Read:0<|tool_call_argument_begin|>{\"a<|tool_call_end|>",
                "<｜tool▁calls▁begin｜><｜tool▁call▁begin｜>Read<｜tool▁call▁end｜><｜tool▁calls▁end｜>",
                "<minimax:tool_call><invoke name=\"Grep\"></invoke></minimax:tool_call>",
                "<minimax:tool_call><invoke name=\"Read\"><parameter name=\"a\">",
                "<|python_tag|>print(1)",
                "<tool_cal",
                "</tool_call>",
                "<<tool_call><tool_call>"
            })
    void whatOnlyLooksLikeCallsIsTextToTheLetter(String text) {
        for (int piece = 1; piece <= Math.max(1, text.length()); piece++) {
            assertThat(scanned(text, piece, true)).isEqualTo(text);
        }
    }

    @Test
    void whatWasCutOffIsNoCall() {
        var text = "<tool_call>{\"name\":\"Read\",\"arguments\":{\"path\":\"a\"}}";
        assertThat(scanned(text, 3, true)).isEqualTo("«Read {\"path\":\"a\"}»");
        assertThat(scanned(text, 3, false)).isEqualTo(text);
    }

    @Test
    void marksInAnyOrderAndAnyCutAreTheSame() {
        var marks =
                lifted().flatMap(it -> Stream.of(String.valueOf(it.get()[0]).split("(?<=>)|(?=<)")))
                        .distinct()
                        .toList();
        var random = new Random(1);
        for (int run = 0; run < 3000; run++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(marks.get(random.nextInt(marks.size())));
            }
            var whole = scanned(text.toString(), text.length() + 1, true);
            assertThat(scanned(text.toString(), 1, true)).as(text.toString()).isEqualTo(whole);
            assertThat(scanned(text.toString(), 1 + random.nextInt(9), true)).isEqualTo(whole);
            assertThat(scanned(text.toString(), 7, true, List.of())).isEqualTo(text.toString());
        }
    }

    @Test
    void noMoreIsHeldThanOneCallMayHave() {
        var told = new StringBuilder();
        var scanner = scanner(told, List.of(READ));
        scanner.add("<tool_call>{");
        var piece = " ".repeat(4096);
        for (int i = 0; i < 600; i++) {
            scanner.add(piece);
            assertThat(scanner.held()).isLessThanOrEqualTo(MarkupScanner.MOST + 4096 + 16);
        }
        scanner.end(true);
        assertThat(told.toString()).isEqualTo("<tool_call>{" + piece.repeat(600));
    }

    /** Each closing is a try to read all before it: a model in a loop must not make millions. */
    @Test
    void closingsWithoutEndAreText() {
        var text = "<tool_call>{\"a\": \"" + "</tool_call>".repeat(80_000);
        assertThat(scanned(text, text.length(), true)).isEqualTo(text);
    }

    @Test
    void plainTextIsHeldForNoLongerThanAnOpening() {
        var scanner = scanner(new StringBuilder(), List.of(READ));
        for (var piece : List.of("So <b", "> and <tool", "_box> and <tool_call> as such ", "x")) {
            scanner.add(piece);
            assertThat(scanner.held()).isLessThan(32);
        }
    }

    private static String scanned(String text, int piece, boolean whole) {
        return scanned(text, piece, whole, List.of(READ));
    }

    private static String scanned(
            String text, int piece, boolean whole, List<Tool.Function> tools) {
        var told = new StringBuilder();
        var scanner = scanner(told, tools);
        for (int at = 0; at < text.length(); at += piece) {
            scanner.add(text.substring(at, Math.min(text.length(), at + piece)));
        }
        scanner.end(whole);
        return told.toString();
    }

    private static MarkupScanner scanner(StringBuilder told, List<Tool.Function> tools) {
        return new MarkupScanner(
                called -> tool(called, tools),
                new MarkupScanner.Listener() {
                    @Override
                    public void text(String text) {
                        told.append(text);
                    }

                    @Override
                    public void call(MarkedCall call) {
                        told.append('«').append(call.name()).append(' ');
                        told.append(call.input()).append('»');
                    }
                });
    }

    private static Tool.@Nullable Function tool(String called, List<Tool.Function> tools) {
        return tools.stream()
                .filter(tool -> called.replace("functions.", "").equals(tool.name()))
                .findFirst()
                .orElse(null);
    }
}
