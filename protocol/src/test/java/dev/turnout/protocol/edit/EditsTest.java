package dev.turnout.protocol.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.turnout.contracts.provider.Span;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditsTest {

    private static final byte[] BODY = "0123456789".getBytes(UTF_8);

    @Test
    void noEditsLeaveTheBodyItself() {
        var edits = Edits.of(List.of());
        assertThat(edits.isEmpty()).isTrue();
        assertThat(edits.apply(BODY)).isSameAs(BODY);
        assertThat(edits.resultLength(10)).isEqualTo(10);
        assertThat(edits.slices(BODY)).containsExactly(ByteBuffer.wrap(BODY));
    }

    @Test
    void replacesCutsAndInserts() {
        var edits =
                Edits.of(
                        List.of(
                                Edit.cut(new Span(8, 2)),
                                Edit.replace(new Span(2, 3), "<\u00e4>"),
                                Edit.replace(new Span(0, 0), "first "),
                                Edit.replace(new Span(0, 0), "second ")));
        assertThat(edits.isEmpty()).isFalse();
        assertThat(edits.apply(BODY)).asString(UTF_8).isEqualTo("first second 01<\u00e4>567");
        assertThat(edits.resultLength(10)).isEqualTo(22);
    }

    @Test
    void editsMayTouchButNotOverlap() {
        var touching = List.of(Edit.cut(new Span(2, 3)), Edit.replace(new Span(5, 1), "x"));
        assertThat(Edits.of(touching).apply(BODY)).asString(UTF_8).isEqualTo("01x6789");
        var overlapping = List.of(Edit.cut(new Span(2, 3)), Edit.cut(new Span(4, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edits.of(overlapping))
                .withMessageContaining("overlap");
    }

    @Test
    void slicesAreViews() {
        var body = BODY.clone();
        var slices = Edits.of(List.of(Edit.replace(new Span(4, 2), "x"))).slices(body);
        body[0] = '!';
        assertThat(slices).hasSize(3);
        assertThat(slices.getFirst().get(0)).isEqualTo((byte) '!');
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyByteOutsideTheEditsIsTheSame(long seed) {
        var random = new Random(seed);
        var body = new byte[random.nextInt(1, 2000)];
        random.nextBytes(body);
        var edits = new ArrayList<Edit>();
        var expected = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; ) {
            int kept = random.nextInt(body.length - at + 1);
            expected.write(body, at, kept);
            at += kept;
            int gone = random.nextInt(Math.min(40, body.length - at) + 1);
            var replacement = new byte[random.nextInt(40)];
            random.nextBytes(replacement);
            edits.add(new Edit(new Span(at, gone), replacement));
            expected.writeBytes(replacement);
            at += gone;
            if (kept + gone == 0) {
                expected.write(body[at++]);
            }
        }
        var whole = Edits.of(edits);
        if (edits.stream().allMatch(edit -> edit.span().length() > 0)) {
            Collections.shuffle(edits, random);
            whole = Edits.of(edits);
        }

        assertThat(whole.apply(body)).isEqualTo(expected.toByteArray());
        assertThat(whole.resultLength(body.length)).isEqualTo(expected.size());
        assertThat(whole.slices(body).stream().mapToInt(ByteBuffer::remaining).sum())
                .isEqualTo(expected.size());
    }

    @Test
    void whatLiesInAnotherIsGoneWithIt() {
        var outer = Edit.cut(new Span(10, 20));
        var inner = Edit.cut(new Span(12, 3));
        var twin = Edit.replace(new Span(10, 20), "x");
        var behind = Edit.cut(new Span(30, 2));
        assertThat(Edits.outermost(List.of(behind, inner, outer, twin)))
                .containsExactly(outer, behind);
        assertThat(Edits.outermost(List.of())).isEmpty();
    }
}
