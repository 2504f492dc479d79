package dev.turnout.protocol.peek;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.turnout.protocol.edit.Edit;
import dev.turnout.protocol.edit.Edits;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ElementCutsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyPatternLeavesAnArrayOfTheRest() throws IOException {
        for (int count = 1; count <= 6; count++) {
            for (int pattern = 0; pattern < 1 << count; pattern++) {
                var array = new StringBuilder("[ ");
                var cuts = new ElementCuts();
                for (int i = 0; i < count; i++) {
                    array.append(i == 0 ? "" : i % 2 == 0 ? "," : " ,\n");
                    int start = array.length();
                    array.append(i);
                    if (cut(pattern, i)) {
                        cuts.cut(start, array.length());
                    } else {
                        cuts.keep(start, array.length());
                    }
                }
                array.append(" ]");
                boolean all = pattern == (1 << count) - 1;
                int bits = pattern;
                var rest =
                        IntStream.range(0, count)
                                .filter(i -> all || !cut(bits, i))
                                .boxed()
                                .toList();

                var edits = Edits.of(cuts.spans().stream().map(Edit::cut).toList());
                var left = edits.apply(array.toString().getBytes(UTF_8));

                assertThat(JSON.readTree(left))
                        .as("%s without %s", array, Integer.toBinaryString(pattern))
                        .isEqualTo(JSON.valueToTree(rest));
                assertThat(cuts.cutsAll()).isEqualTo(all);
            }
        }
    }

    @Test
    void ofNoElementsNoneIsCut() {
        assertThat(new ElementCuts().cutsAll()).isFalse();
        assertThat(new ElementCuts().spans()).isEmpty();
    }

    private static boolean cut(int pattern, int element) {
        return (pattern >> element & 1) == 1;
    }
}
