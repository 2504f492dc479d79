package dev.turnout.adapter.provider;

import dev.turnout.adapter.credential.SecretReference;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.contracts.config.Resilience;
import dev.turnout.kit.profile.AuthStyle;
import dev.turnout.kit.profile.Profile;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A configured provider, made ready for calls. */
public sealed interface Provider {

    /** As the configuration writes it. */
    String name();

    /** The demo: answers from within this process. */
    record BuiltIn(String name) implements Provider {}

    /** Our own web search, which asks no model. */
    record WebSearch() implements Provider {
        @Override
        public String name() {
            return Target.SEARCH;
        }
    }

    /**
     * Answers over the network.
     *
     * @param dialect it speaks
     * @param privateAddress whether it may be at a loopback or private address in a cluster too
     * @param auth how it wants to be shown the key
     * @param key where the key is; null where it wants none
     * @param headers sent with every request, over the client's
     * @param models what is known of single models, by name in lower case
     * @param requiresSignedThinking whether thinking blocks without a signature are cut
     * @param quirks its deviations from its dialect
     * @param limits how long it may be silent
     */
    record Remote(
            String name,
            Dialect dialect,
            BaseUrl url,
            boolean privateAddress,
            AuthStyle auth,
            @Nullable SecretReference key,
            List<Header> headers,
            Map<String, Model> models,
            boolean requiresSignedThinking,
            Set<Quirk> quirks,
            Resilience limits)
            implements Provider {

        public Remote {
            headers = List.copyOf(headers);
            models = Map.copyOf(models);
            quirks = Set.copyOf(quirks);
        }

        /** Without the headers' values, which may be secret. */
        @Override
        public String toString() {
            return "Remote[name=%s, dialect=%s, url=%s, auth=%s, key=%s, headers=%s]"
                    .formatted(
                            name,
                            dialect.id(),
                            url,
                            auth,
                            key,
                            headers.stream().map(Header::name).toList());
        }

        /** What is known of the model that a target names, without regard to case. */
        public Model model(String name) {
            var known = models.get(name.toLowerCase(Locale.ROOT));
            return known == null ? Model.unknown(name) : known;
        }
    }

    /**
     * A provider's model.
     *
     * @param id what the provider calls it; null where the client's own name is sent on
     * @param maxOutputTokens its limit; null where none is known
     */
    record Model(@Nullable String id, @Nullable Integer maxOutputTokens) {

        /** A model of which the configuration says nothing. */
        static Model unknown(String name) {
            return new Model(name.equals(Profile.CLIENTS_MODEL) ? null : name, null);
        }
    }
}
