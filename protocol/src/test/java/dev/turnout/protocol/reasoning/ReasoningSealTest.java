package dev.turnout.protocol.reasoning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.turnout.contracts.Target;
import dev.turnout.protocol.conversation.Carried;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sealed opens whole for whom it is, and for nobody else. */
class ReasoningSealTest {

    private static final Target ORIGIN = Target.of("openai/gpt-5.6");
    private static final Carried CARRIED =
            new Carried("responses", "{\"id\":\"rs_1\",\"encrypted_content\":\"gAAA/+=\"}");
    private static final String TEXT = "First \"this\",\nthen that. \ud83d\ude00";

    private final AtomicInteger tooLarge = new AtomicInteger();
    private final ReasoningSeal seal = sealOf("current");

    private ReasoningSeal sealOf(String... keys) {
        var bytes = List.of(keys).stream().map(key -> key.getBytes(UTF_8)).toList();
        return new ReasoningSeal(bytes, tooLarge::incrementAndGet);
    }

    @Test
    void opensForItsOrigin() {
        var signature = seal.seal(ORIGIN, TEXT, CARRIED);

        assertThat(ReasoningSeal.isSealed(signature)).isTrue();
        assertThat(signature).startsWith("tn1.").matches("[A-Za-z0-9_.-]+");
        assertThat(seal.open(signature, TEXT, ORIGIN)).isEqualTo(CARRIED);
        assertThat(seal.open(signature, TEXT, Target.of("OpenAI/GPT-5.6"))).isEqualTo(CARRIED);
        assertThat(seal.seal(ORIGIN, TEXT, CARRIED)).isEqualTo(signature);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"openai/gpt-5.5", "azure/gpt-5.6", "openai/gpt-5.6/", "o/penai/gpt-5.6"})
    void opensForNobodyElse(String other) {
        var signature = seal.seal(ORIGIN, TEXT, CARRIED);

        assertThat(seal.open(signature, TEXT, Target.of(other))).isNull();
    }

    @Test
    void opensForNoOtherText() {
        var signature = seal.seal(ORIGIN, TEXT, CARRIED);

        for (var other : List.of("", TEXT + " ", TEXT.substring(1), TEXT.replace('.', ','))) {
            assertThat(seal.open(signature, other, ORIGIN)).isNull();
        }
    }

    /** Every place, every character that base64 and the seal know, and some that they do not. */
    @Test
    void noChangedSignatureOpens() {
        var random = new Random(20261123);
        var characters =
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/= \u00e4";
        for (int i = 0; i < 5; i++) {
            var carried = new Carried("text", "x".repeat(random.nextInt(40)));
            var text = "t".repeat(random.nextInt(4));
            var signature = seal.seal(ORIGIN, text, carried);
            for (var changed : changed(signature, characters)) {
                assertThat(seal.open(changed, text, ORIGIN)).as(changed).isNull();
            }
            assertThat(seal.open(signature, text, ORIGIN)).isEqualTo(carried);
        }
    }

    private static List<String> changed(String signature, String characters) {
        var changed = new ArrayList<String>();
        for (int at = 0; at < signature.length(); at++) {
            var before = signature.substring(0, at);
            var behind = signature.substring(at + 1);
            changed.add(before + behind);
            changed.add(before);
            for (char c : characters.toCharArray()) {
                if (c != signature.charAt(at)) {
                    changed.add(before + c + behind);
                }
                changed.add(before + c + signature.substring(at));
            }
        }
        characters.chars().forEach(c -> changed.add(signature + (char) c));
        // A character put before an equal one is no change.
        changed.removeIf(signature::equals);
        return changed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tn1", "tn1.", "tn1..", "tn1.e30", "tn1.e30.", "tn2.e30.AA", "c2ln"})
    void whatIsNoSealOpensToNobody(String signature) {
        assertThat(seal.open(signature, "", ORIGIN)).isNull();
    }

    @Test
    void aSealBeyondAllMeasureIsNotEvenTried() {
        assertThat(seal.open("tn1." + "A".repeat(2 << 20) + ".AA", "", ORIGIN)).isNull();
    }

    @Test
    void anOlderKeyStillOpensAndTheCurrentOneSeals() {
        var before = sealOf("old").seal(ORIGIN, TEXT, CARRIED);
        var rotated = sealOf("current", "old");

        assertThat(rotated.open(before, TEXT, ORIGIN)).isEqualTo(CARRIED);
        assertThat(seal.open(before, TEXT, ORIGIN)).isNull();
        assertThat(seal.open(rotated.seal(ORIGIN, TEXT, CARRIED), TEXT, ORIGIN)).isEqualTo(CARRIED);
        assertThatIllegalArgumentException().isThrownBy(this::sealOf);
    }

    @Test
    void whatIsTooLargeStaysBehindAndIsTold() {
        var most = new Carried("responses", "\"" + "\\".repeat((192 << 10) - 1));
        var more = new Carried("responses", most.json() + "x");

        assertThat(seal.open(seal.seal(ORIGIN, TEXT, most), TEXT, ORIGIN)).isEqualTo(most);
        assertThat(tooLarge).hasValue(0);
        assertThat(seal.open(seal.seal(ORIGIN, TEXT, more), TEXT, ORIGIN))
                .isEqualTo(new Carried(Carried.TEXT, ""));
        assertThat(tooLarge).hasValue(1);
    }

    /** On its way half a pair becomes U+FFFD: the client sends back what it was sent. */
    @Test
    void holdsToTheTextAsTheClientGetsIt() {
        var signature = seal.seal(ORIGIN, "a\ud83db", CARRIED);

        assertThat(seal.open(signature, "a\ufffdb", ORIGIN)).isEqualTo(CARRIED);
        assertThat(seal.open(signature, "a?b", ORIGIN)).isNull();
    }

    @Test
    void manyMaySealAtOnce() {
        var texts = IntStream.range(0, 2000).mapToObj(i -> "text " + i).toList();
        var signatures = texts.stream().map(text -> seal.seal(ORIGIN, text, CARRIED)).toList();

        assertThat(texts.parallelStream().map(text -> seal.seal(ORIGIN, text, CARRIED)).toList())
                .isEqualTo(signatures);
    }
}
