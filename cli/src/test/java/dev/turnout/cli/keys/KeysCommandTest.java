package dev.turnout.cli.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.cli.place.Failure;
import dev.turnout.cli.place.TestSurroundings;
import dev.turnout.contracts.Principal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {

    private final TestSurroundings test;
    private final KeysCommand keys;
    private final KeyFile file;

    KeysCommandTest(@TempDir Path folder) {
        test = new TestSurroundings(folder);
        keys = new KeysCommand(test.surroundings());
        file = new KeyFile(test.surroundings().home());
    }

    @Test
    void aNewKeyIsShownAndOnlyItsHashKept() throws Exception {
        keys.create("laptop", "ann", "research");

        var shown = test.out().lines().findFirst().orElseThrow();
        var parts = shown.split("_", 3);
        var kept = file.read().keys().getFirst();
        assertThat(kept.id()).isEqualTo(parts[1]);
        assertThat(kept.name()).isEqualTo("laptop");
        assertThat(kept.principal())
                .isEqualTo(new Principal(parts[1], "ann", "research", Principal.Rights.ALL));
        assertThat(kept.hash()).matches("[A-Za-z0-9_-]{43}");
        var json = test.surroundings().home().keys();
        assertThat(json).content().contains(parts[1]).doesNotContain(parts[2]);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(json)))
                .isEqualTo("rw-------");
    }

    @Test
    void everyChangeIsANewVersion() {
        keys.create("one", null, null);
        keys.create("two", null, null);
        var first = file.read().keys().getFirst().id();

        keys.revoke(first);

        assertThat(file.read().version()).isEqualTo(3);
        assertThat(file.read().keys()).singleElement().matches(key -> key.name().equals("two"));
    }

    @Test
    void anUnknownKeyCannotBeRevoked() {
        keys.create("one", null, null);

        assertThatThrownBy(() -> keys.revoke("nope"))
                .isInstanceOf(Failure.class)
                .hasMessage("There is no key nope: see ./turnout keys list.");
        assertThat(file.read().version()).isEqualTo(1);
    }

    @Test
    void theListShowsWhoseTheyAreAndNoSecret() {
        keys.create("laptop", "ann", null);
        var secret = test.out().lines().findFirst().orElseThrow().split("_", 3)[2];
        test.forget();

        keys.list();

        assertThat(test.out()).contains("laptop").contains("ann").doesNotContain(secret);
    }

    @Test
    void withoutItsPepperNoKeyIsAdded() throws Exception {
        keys.create("one", null, null);
        var pepper = test.surroundings().home().pepper();
        Files.delete(pepper);

        assertThatThrownBy(() -> keys.create("two", null, null))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith(pepper + " is missing")
                .hasMessageContaining("put it back");
        assertThat(pepper).doesNotExist();
        assertThat(file.read().keys()).hasSize(1);
    }

    @Test
    void aBrokenFileIsLeftAsItIs() throws Exception {
        var json = test.surroundings().home().keys();
        Files.writeString(json, "{ \"version\": 7");

        assertThatThrownBy(() -> keys.create("one", null, null))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("mend it, or move it away");
        assertThat(json).hasContent("{ \"version\": 7");
    }
}
