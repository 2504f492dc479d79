package dev.turnout.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.config.document.Deployment;
import dev.turnout.config.document.DocumentResult;
import dev.turnout.config.document.Documents;
import dev.turnout.config.feed.FeedSettings;
import dev.turnout.config.file.FileSettings;
import dev.turnout.config.revision.RevisionSettings;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.kit.profile.Profile;
import dev.turnout.kit.profile.Profiles;
import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/configuration.md} tells is so. */
class ConfigurationPageTest {

    private static final Pattern BLOCK =
            Pattern.compile("^```(?:jsonc|yaml)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    static Stream<String> examples() {
        return BLOCK.matcher(page()).results().map(match -> match.group(1));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsValidEverywhere(String example) {
        for (var deployment : Deployment.values()) {
            assertThat(Documents.read(example, deployment))
                    .isInstanceOfSatisfying(
                            DocumentResult.Valid.class,
                            valid -> assertThat(valid.warnings()).isEmpty());
        }
    }

    @Test
    void everyProfileHasItsLine() {
        assertThat(page().lines())
                .containsAll(Profiles.all().stream().map(ConfigurationPageTest::line).toList());
    }

    @Test
    void everyProfileThatSpeaksOpenaiChatHasItsLineAmongThose() {
        assertThat(page().lines())
                .containsAll(
                        Profiles.all().stream()
                                .filter(profile -> profile.speaks(Dialect.OPENAI_CHAT))
                                .map(ConfigurationPageTest::chatLine)
                                .toList());
    }

    @Test
    void everyQuirkHasItsLine() {
        assertThat(Quirk.names())
                .allSatisfy(quirk -> assertThat(page()).contains("\n| `" + quirk + "` | "));
    }

    @Test
    void everySettingHasItsLine() {
        var settings = List.of(FeedSettings.class, FileSettings.class, RevisionSettings.class);
        for (var group : settings) {
            var prefix = Objects.requireNonNull(group.getAnnotation(ConfigMapping.class)).prefix();
            for (var setting : group.getDeclaredMethods()) {
                assertThat(page()).contains("\n| `" + prefix + "." + key(setting) + "` |");
            }
        }
    }

    private static String line(Profile profile) {
        return row(
                names(profile),
                profile.dialect().id(),
                code(profile.environment().stream()),
                code(Stream.ofNullable(profile.model())));
    }

    private static String chatLine(Profile profile) {
        var url =
                profile.dialect() == Dialect.OPENAI_CHAT
                        ? profile.url()
                        : profile.urls().get(Dialect.OPENAI_CHAT);
        return row(
                names(profile),
                code(Stream.ofNullable(url)),
                code(profile.quirks().stream().map(Quirk::id)));
    }

    private static String names(Profile profile) {
        return code(Stream.concat(Stream.of(profile.name()), profile.otherNames().stream()));
    }

    private static String row(String... cells) {
        return "| %s |".formatted(String.join(" | ", cells)).replaceAll("\\|  (?=\\|)", "| ");
    }

    private static String code(Stream<String> words) {
        return words.map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static String key(Method setting) {
        return Arrays.stream(setting.getName().split("(?=[A-Z])"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("-"));
    }

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/configuration.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
