package dev.turnout.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class ClientKeyTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void hasItsFinalForm() {
        // 43 characters of base64url are 256 bits.
        assertThat(ClientKey.random(random).text()).matches("to_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
    }

    @Test
    void splitsAtItsFirstTwoUnderscoresWhateverTheSecret() {
        var key = new ClientKey("abcd1234", "__a_b-c");

        assertThat(key.text().split("_", 3)).containsExactly("to", "abcd1234", "__a_b-c");
    }

    @Test
    void noTwoAreAlike() {
        var one = ClientKey.random(random);
        var other = ClientKey.random(random);

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.secret()).isNotEqualTo(other.secret());
    }

    @Test
    void doesNotTellItselfInALog() {
        assertThat(new ClientKey("abcd1234", "topsecret")).hasToString("to_abcd1234_…");
    }
}
