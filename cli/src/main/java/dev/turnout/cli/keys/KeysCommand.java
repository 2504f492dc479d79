package dev.turnout.cli.keys;

import dev.turnout.cli.place.ExitCode;
import dev.turnout.cli.place.Failure;
import dev.turnout.cli.place.Surroundings;
import dev.turnout.contracts.Principal;
import dev.turnout.contracts.config.KeyRing;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code turnout keys …}. */
@Command(
        name = "keys",
        description = {
            "Make, list and revoke client keys.",
            "Without any, only programs on this machine may call; with the first one, every caller needs one."
        },
        synopsisSubcommandLabel = "(new | list | revoke)")
public final class KeysCommand {

    private final Surroundings surroundings;
    private final KeyFile file;
    private final SecureRandom random = new SecureRandom();

    public KeysCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.file = new KeyFile(surroundings.home());
    }

    @Command(
            name = "new",
            description = "Make a key and show it, this once; only its hash is kept.")
    int create(
            @Option(
                            names = "--name",
                            paramLabel = "NAME",
                            defaultValue = "unnamed",
                            description = "What people call it.")
                    String name,
            @Option(
                            names = "--user",
                            paramLabel = "USER",
                            description = "The person or service behind it.")
                    @Nullable String user,
            @Option(
                            names = "--team",
                            paramLabel = "TEAM",
                            description = "The team that is charged.")
                    @Nullable String team) {
        var key = ClientKey.random(random);
        var principal = new Principal(key.id(), user, team, Principal.Rights.ALL);
        var created = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        file.change(
                keys -> {
                    var hash = pepper(keys).hash(key);
                    var more = new ArrayList<>(keys);
                    more.add(new KeyRing.Key(key.id(), name, hash, principal, created));
                    return more;
                });
        surroundings
                .out()
                .printf(
                        """
                        %s

                        This is the only time it is shown. Clients send it as a bearer token or as x-api-key;
                        for ./turnout code and the curl line of ./turnout start:

                          export TURNOUT_KEY=%s

                        From now on every caller needs a key. This one is revoked by ./turnout keys revoke %s
                        """,
                        key.text(), key.text(), key.id());
        return ExitCode.OK;
    }

    @Command(
            name = "list",
            description = "Show the keys that are valid; never the keys themselves.")
    int list() {
        var keys = file.read().keys();
        if (keys.isEmpty()) {
            surroundings.out().println("There are no client keys: only this machine may call.");
            return ExitCode.OK;
        }
        var line = "%-10s  %-20s  %-16s  %-16s  %s%n";
        surroundings.out().printf(line, "ID", "NAME", "USER", "TEAM", "CREATED");
        for (var key : keys) {
            surroundings
                    .out()
                    .printf(
                            line,
                            key.id(),
                            key.name(),
                            orDash(key.principal().user()),
                            orDash(key.principal().team()),
                            key.created());
        }
        return ExitCode.OK;
    }

    @Command(name = "revoke", description = "Make a key worthless.")
    int revoke(
            @Parameters(paramLabel = "ID", description = "As ./turnout keys list shows it.")
                    String id) {
        file.change(keys -> without(keys, id));
        surroundings.out().printf("Key %s is revoked.%n", id);
        if (file.isEmpty()) {
            surroundings.out().println("It was the last one: now only this machine may call.");
        }
        return ExitCode.OK;
    }

    /** The pepper, made with the first key: a new one would make the keys of the old worthless. */
    private Pepper pepper(List<KeyRing.Key> keys) {
        var home = surroundings.home();
        if (!keys.isEmpty() && Files.notExists(home.pepper())) {
            throw new Failure(
                    "%s is missing, and the keys in %s are worth nothing without it: put it back, or move those keys away and make new ones."
                            .formatted(home.pepper(), home.keys()));
        }
        return Pepper.in(home.pepper(), random);
    }

    private static List<KeyRing.Key> without(List<KeyRing.Key> keys, String id) {
        var rest = keys.stream().filter(key -> !key.id().equals(id)).toList();
        if (rest.size() == keys.size()) {
            throw new Failure("There is no key %s: see ./turnout keys list.".formatted(id));
        }
        return rest;
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }
}
