package dev.turnout.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.cli.place.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PepperTest {

    private final Path folder;

    private final SecureRandom random = new SecureRandom();

    PepperTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void hashesTheWholeKeyAsTheGatewayDoes() throws Exception {
        var file = Files.writeString(folder.resolve("pepper"), "pepper-for-tests \n\n");

        var hash = Pepper.in(file, random).hash(new ClientKey("abcd1234", "secret"));

        // printf to_abcd1234_secret | openssl dgst -sha256 -hmac pepper-for-tests -binary | basenc
        // --base64url
        assertThat(hash).isEqualTo("U8XTZtIlMG6Hxoe2Bm2AOxUMwKet6Ojr2rmc3od5tLM");
    }

    @Test
    void anEmptyOneIsRefused() throws Exception {
        var file = Files.writeString(folder.resolve("pepper"), "\n");

        assertThatThrownBy(() -> Pepper.in(file, random))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void isMadeOnceWith256Bits() {
        var file = folder.resolve("pepper");
        var key = ClientKey.random(random);

        var first = Pepper.in(file, random).hash(key);
        var second = Pepper.in(file, random).hash(key);

        assertThat(second).isEqualTo(first);
        assertThat(file).content().matches("[A-Za-z0-9_-]{43}\n");
    }
}
