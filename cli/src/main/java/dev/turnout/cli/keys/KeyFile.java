package dev.turnout.cli.keys;

import dev.turnout.cli.place.Home;
import dev.turnout.cli.place.Json;
import dev.turnout.cli.place.PrivateFile;
import dev.turnout.contracts.config.KeyRing;
import java.nio.file.Files;
import java.util.List;
import java.util.function.UnaryOperator;

/** The file of the client keys, which a running Turnout watches: writing it is enough. */
public final class KeyFile {

    private final Home home;

    public KeyFile(Home home) {
        this.home = home;
    }

    /** The keys as they are now; none if there is no file. */
    public KeyRing read() {
        if (Files.notExists(home.keys())) {
            return KeyRing.EMPTY;
        }
        return Json.read(PrivateFile.read(home.keys()), KeyRing.class, home.keys().toString());
    }

    /** Whether anyone needs a key. */
    public boolean isEmpty() {
        return read().keys().isEmpty();
    }

    /** Replaces the keys by what the change makes of them. */
    void change(UnaryOperator<List<KeyRing.Key>> change) {
        home.alone(
                "keys",
                () -> {
                    var old = read();
                    var fresh = new KeyRing(old.version() + 1, change.apply(old.keys()));
                    PrivateFile.replace(home.keys(), Json.write(fresh));
                    return fresh;
                });
    }
}
