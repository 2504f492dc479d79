package dev.turnout.gateway.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Principal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys are recognized, and what becomes of them when the ring or the pepper changes. */
class ClientKeysTest {

    private static final String ANNA = "to_anna1234_Zm9yIHRlc3RzLCAyNTYgYml0cyBvZiBub3RoaW5n";
    private static final String BERT = "to_bert5678_c2VjcmV0_with_underscores_in_its_middle";

    private final Path folder;

    ClientKeysTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aKeyStandsForItsPrincipal() {
        var keys = IssuedKeys.of(folder, ANNA, BERT);

        assertThat(keys.any()).isTrue();
        assertThat(keys.recognize(ANNA)).map(Principal::key).contains("anna1234");
        assertThat(keys.recognize(BERT)).map(Principal::key).contains("bert5678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "to_",
                "to__",
                "to_anna1234",
                "to_anna1234_",
                "to_anna1234_Zm9yIHRlc3RzLCAyNTYgYml0cyBvZiBub3RoaW5",
                "to_anna1234_Zm9yIHRlc3RzLCAyNTYgYml0cyBvZiBub3RoaW5n_",
                "to_bert5678_Zm9yIHRlc3RzLCAyNTYgYml0cyBvZiBub3RoaW5n",
                "to_carl0000_Zm9yIHRlc3RzLCAyNTYgYml0cyBvZiBub3RoaW5n",
                "TO_anna1234_Zm9yIHRlc3RzLCAyNTYgYml0cyBvZiBub3RoaW5n",
                "anna1234_Zm9yIHRlc3RzLCAyNTYgYml0cyBvZiBub3RoaW5n",
                "Zm9yIHRlc3RzLCAyNTYgYml0cyBvZiBub3RoaW5n",
                "sk-ant-api03-of-somebody-else"
            })
    void whatIsNotTheWholeKeyIsNobodys(String offered) {
        assertThat(IssuedKeys.of(folder, ANNA, BERT).recognize(offered)).isEmpty();
    }

    @Test
    void whoeverStealsTheRingCannotCall() {
        var stolen = IssuedKeys.hash(ANNA, IssuedKeys.PEPPER);

        var keys = IssuedKeys.of(folder, ANNA);

        assertThat(keys.recognize(stolen)).isEmpty();
        assertThat(keys.recognize("to_anna1234_" + stolen)).isEmpty();
    }

    @Test
    void aNewRingCountsAtOnceAndWholly() {
        var keys = IssuedKeys.of(folder, ANNA);

        keys.accept(IssuedKeys.ring(2, BERT));

        assertThat(keys.recognize(ANNA)).isEmpty();
        assertThat(keys.recognize(BERT)).isPresent();
    }

    @Test
    void withoutAnyKeyThereIsNobodyToRecognize() {
        var keys = IssuedKeys.of(folder, ANNA);

        keys.accept(IssuedKeys.ring(2));

        assertThat(keys.any()).isFalse();
        assertThat(keys.recognize(ANNA)).isEmpty();
    }

    @Test
    void whiteSpaceAtTheEndOfThePepperFileIsNotPepper() {
        IssuedKeys.write(folder, IssuedKeys.PEPPER + " \r\n\n");
        var keys = new ClientKeys(IssuedKeys.pepperIn(folder));

        keys.accept(IssuedKeys.ring(1, ANNA));

        assertThat(keys.recognize(ANNA)).isPresent();
    }

    @Test
    void thePepperIsReadAnewWithEachRing() {
        var keys = IssuedKeys.of(folder, ANNA);

        IssuedKeys.write(folder, "another pepper");
        assertThat(keys.recognize(ANNA)).isPresent();
        keys.accept(IssuedKeys.ring(2, ANNA));

        assertThat(keys.recognize(ANNA)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void anEmptyPepperLetsNobodyIn(String pepper) {
        IssuedKeys.write(folder, pepper);
        var keys = new ClientKeys(IssuedKeys.pepperIn(folder));

        keys.accept(IssuedKeys.ring(1, ANNA));

        assertThat(keys.any()).isTrue();
        assertThat(keys.recognize(ANNA)).isEqualTo(Optional.empty());
    }

    @Test
    void withoutAPepperFileNobodyIsLetInAndTheLaptopIsNotOpen() {
        var keys = new ClientKeys(IssuedKeys.pepperIn(folder));

        keys.accept(IssuedKeys.ring(1, ANNA));

        assertThat(keys.any()).isTrue();
        assertThat(keys.recognize(ANNA)).isEmpty();
    }

    @Test
    void aPepperFileThatVanishesHarmsNobodyWhoIsKnown() throws IOException {
        var keys = IssuedKeys.of(folder, ANNA);
        Files.delete(folder.resolve("pepper"));

        keys.accept(IssuedKeys.ring(2, ANNA, BERT));

        assertThat(keys.recognize(ANNA)).isPresent();
        assertThat(keys.recognize(BERT)).isPresent();
    }
}
