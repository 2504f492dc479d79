package dev.turnout.routing;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Principal;
import dev.turnout.contracts.Principal.Rights;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.contracts.routing.PlanRequest;
import dev.turnout.contracts.routing.RequestClass;
import dev.turnout.contracts.routing.Traits;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests as docs/routing.md writes them: {@code model=claude-opus-5-5 class=count}. */
final class Requests {

    private static final Set<String> WORDS =
            Set.of("model", "class", "effort", "budget", "image", "agent", "tag", "tokens");

    private Requests() {}

    static PlanRequest of(String words) {
        return of(words, Rights.ALL);
    }

    static PlanRequest of(String words, Rights rights) {
        var principal = new Principal("k7", "ada", "compilers", rights);
        return new PlanRequest(new CallContext("req-1", principal, Instant.MAX), traits(words));
    }

    private static Traits traits(String words) {
        Map<String, String> said = new HashMap<>();
        for (String word : words.strip().split(" +(?=[a-z]+=)", -1)) {
            String[] parts = word.split("=", 2);
            if (!WORDS.contains(parts[0])) {
                throw new IllegalArgumentException("no test request has a " + parts[0]);
            }
            said.put(parts[0], parts[1]);
        }
        return new Traits(
                Dialect.ANTHROPIC,
                said.getOrDefault("model", "claude-opus-5-5"),
                RequestClass.valueOf(constant(said.getOrDefault("class", "main"))),
                true,
                3,
                effort(said.get("effort")),
                Integer.parseInt(said.getOrDefault("budget", "0")),
                Boolean.parseBoolean(said.get("image")),
                said.get("agent"),
                null,
                said.get("tag"),
                null,
                58_000,
                Long.parseLong(said.getOrDefault("tokens", "20000")));
    }

    private static @Nullable Effort effort(@Nullable String word) {
        return word == null ? null : Effort.valueOf(constant(word));
    }

    private static String constant(String word) {
        return word.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
