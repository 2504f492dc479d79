package dev.turnout.kit.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdapterAddressesTest {

    private static final URI ALL = URI.create("http://adapter:8082");
    private static final URI SLOW = URI.create("http://adapter-slow:8082");

    /** Fixed addresses for tests. */
    record Fixed(URI url, Map<String, URI> groups) implements AdapterAddresses {}

    @Test
    void aProviderMayHaveAGroupOfItsOwn() {
        var addresses = new Fixed(ALL, Map.of("house", SLOW));

        assertThat(addresses.of("house")).isEqualTo(SLOW);
        assertThat(addresses.of("deepseek")).isEqualTo(ALL);
    }
}
