package dev.turnout.kit.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.config.ProviderConfig;
import dev.turnout.contracts.config.Quirk;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfilesTest {

    @Test
    void noTwoProfilesShareAName() {
        assertThat(Profiles.names())
                .extracting(name -> name.toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyProfileThatIsNotBuiltInHasAnAbsoluteUrlWithoutATrailingSlash() {
        assertThat(Profiles.all())
                .filteredOn(profile -> !profile.builtIn())
                .allSatisfy(
                        profile -> {
                            var url = profile.url();
                            assertThat(url).isNotNull().doesNotEndWith("/");
                            assertThat(URI.create(url).getHost()).isNotNull();
                        });
    }

    @Test
    void anUrlOfTheAnthropicDialectStopsBeforeTheVersion() {
        assertThat(Profiles.all())
                .filteredOn(profile -> profile.dialect() == Dialect.ANTHROPIC)
                .extracting(Profile::url)
                .noneMatch(url -> url != null && url.endsWith("/v1"));
    }

    @Test
    void noTwoProfilesAreDetectedByTheSameVariable() {
        assertThat(Profiles.all().stream().flatMap(profile -> profile.environment().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aKeyThatIsNotNeededIsNotLookedForInTheEnvironment() {
        assertThat(Profiles.all())
                .filteredOn(profile -> !profile.keyNeeded())
                .allSatisfy(profile -> assertThat(profile.environment()).isEmpty());
    }

    @Test
    void onlyTheRealAnthropicRequiresSignedThinking() {
        assertThat(Profiles.all())
                .filteredOn(Profile::requiresSignedThinking)
                .extracting(Profile::name)
                .containsExactly("anthropic");
    }

    @Test
    void detectionPrefersAnthropic() {
        assertThat(Profiles.all().getFirst().name()).isEqualTo("anthropic");
    }

    @Test
    void aProfileIsFoundByAnyOfItsNamesInAnyCase() {
        assertThat(Profiles.named("Kimi")).map(Profile::name).contains("moonshot");
        assertThat(Profiles.named("MOONSHOT")).map(Profile::name).contains("moonshot");
        assertThat(Profiles.named("moon")).isEmpty();
    }

    @Test
    void theProvidersOwnUrlAndDialectWinOverTheProfile() {
        var known =
                Profiles.of(provider("openai", Dialect.ANTHROPIC, "https://relay.example"))
                        .orElseThrow();

        assertThat(known.url()).isEqualTo("https://relay.example");
        assertThat(known.dialect()).isEqualTo(Dialect.ANTHROPIC);
        assertThat(known.auth()).isEqualTo(AuthStyle.BEARER);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void aProviderWithoutProfileIsKnownByItsDialect(Dialect dialect) {
        var known = Profiles.of(provider(null, dialect, "https://relay.example")).orElseThrow();

        assertThat(known.dialect()).isEqualTo(dialect);
        assertThat(known.requiresSignedThinking()).isFalse();
        assertThat(known.auth()).isNotEqualTo(AuthStyle.NONE);
    }

    @Test
    void nothingIsKnownOfAProviderWithNeitherProfileNorDialect() {
        assertThat(Profiles.of(provider(null, null, null))).isEmpty();
    }

    @Test
    void aVendorIsFoundWhereItSpeaksTheDialectThatIsAskedFor() {
        var known = Profiles.of(provider("deepseek", Dialect.OPENAI_CHAT, null)).orElseThrow();

        assertThat(known.url()).isEqualTo("https://api.deepseek.com");
        assertThat(known.auth()).isEqualTo(AuthStyle.BEARER);
        assertThat(known.model()).isEqualTo("deepseek-v4-pro");
        assertThat(Profiles.of(provider("deepseek", Dialect.GEMINI, null)).orElseThrow().url())
                .isNull();
    }

    @Test
    void clientsNamesAreNotPassedOnInAnotherDialectThanTheProfiles() {
        assertThat(Profiles.of(provider("openrouter", null, null)).orElseThrow().model())
                .isEqualTo(Profile.CLIENTS_MODEL);
        assertThat(
                        Profiles.of(provider("openrouter", Dialect.OPENAI_CHAT, null))
                                .orElseThrow()
                                .model())
                .isNull();
    }

    @Test
    void everyUrlOfAnotherDialectIsAbsoluteAndOfADialectThatIsNotTheProfilesOwn() {
        assertThat(Profiles.all())
                .allSatisfy(
                        profile -> {
                            assertThat(profile.urls()).doesNotContainKey(profile.dialect());
                            assertThat(profile.urls().values())
                                    .allSatisfy(
                                            url -> {
                                                assertThat(url).doesNotEndWith("/");
                                                assertThat(URI.create(url).getHost()).isNotNull();
                                            });
                        });
    }

    @Test
    void onlyOneQuirkOfAProfileSaysHowThinkingIsAskedFor() {
        assertThat(Profiles.all())
                .extracting(
                        profile ->
                                profile.quirks().stream()
                                        .filter(quirk -> quirk.id().startsWith("effort-"))
                                        .count())
                .allMatch(count -> count <= 1);
    }

    @Test
    void theQuirksOfProfileAndProviderAreHonouredTogetherAndOnce() {
        var known =
                Profiles.of(provider("mistral", null, null, Quirk.NO_STOP, Quirk.NO_STREAM_OPTIONS))
                        .orElseThrow();

        assertThat(known.quirks())
                .containsExactly(
                        Quirk.NO_STREAM_OPTIONS,
                        Quirk.NINE_CHARACTER_IDS,
                        Quirk.TOOL_RESULT_NAME,
                        Quirk.ASSISTANT_AFTER_TOOLS,
                        Quirk.NO_STOP);
    }

    @Test
    void aProviderWithoutProfileHasItsOwnQuirks() {
        var known =
                Profiles.of(
                                provider(
                                        null,
                                        Dialect.OPENAI_CHAT,
                                        "https://relay.example",
                                        Quirk.TOP_K))
                        .orElseThrow();

        assertThat(known.quirks()).containsExactly(Quirk.TOP_K);
    }

    @Test
    void aKeyIsShownAsTheProviderWantsIt() {
        assertThat(AuthStyle.NONE.header("k")).isEmpty();
        assertThat(AuthStyle.X_API_KEY.header("k")).contains(new Header("x-api-key", "k"));
        assertThat(AuthStyle.BEARER.header("k")).contains(new Header("authorization", "Bearer k"));
        assertThat(AuthStyle.X_GOOG_API_KEY.header("k"))
                .contains(new Header("x-goog-api-key", "k"));
    }

    private static ProviderConfig provider(
            @Nullable String profile,
            @Nullable Dialect dialect,
            @Nullable String url,
            Quirk... quirks) {
        return new ProviderConfig(
                profile, dialect, url, null, Map.of(), List.of(quirks), Map.of(), false);
    }
}
