package dev.turnout.gateway.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Principal.Rights;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.config.Config;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which models are listed for whom, and under which names. */
class ModelListTest {

    @Test
    void aliasesProvidersModelsAndTargetsOfRoutesAreListedOnceAndInOrder() {
        assertThat(ModelList.of(Catalog.CONFIG, Rights.ALL))
                .extracting(ListedModel::name)
                .containsExactly(
                        "anthropic/claude-opus-5-5",
                        "claude-gw-coder",
                        "deepseek/v4",
                        "deepseek/v4-pro",
                        "fast",
                        "house/Qwen/Qwen3-Coder",
                        "house/coder",
                        "house/small",
                        "opus");
    }

    @Test
    void withoutAConfigurationThereIsNone() {
        assertThat(ModelList.of(Config.EMPTY, Rights.ALL)).isEmpty();
    }

    /** As routing reads the same rights. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    house/coder               |                  | claude-gw-coder, house/coder
                    HOUSE/Coder               |                  | claude-gw-coder, house/coder
                    deepseek/*                |                  | deepseek/v4, deepseek/v4-pro, fast
                    claude-gw-coder           |                  | claude-gw-coder, house/coder
                    FAST                      |                  | deepseek/v4, fast
                    opus                      |                  | opus
                    anthropic/*               |                  | anthropic/claude-opus-5-5, opus
                    claude-gw/House/coder     |                  | claude-gw-coder, house/coder
                    claude-gw/ fast           |                  | deepseek/v4, fast
                    house/Qwen/Qwen3-Coder    |                  | house/Qwen/Qwen3-Coder
                    claude-gw/deepseek/*      |                  |
                    deepseek/                 |                  |
                    house/small, fast         |                  | deepseek/v4, fast, house/small
                    house/unknown             |                  |
                    house/small               | explicit         | house/small
                    house/small               | default,Explicit | house/small
                    house/small               | default          |
                                              | default          |
                    """)
    void onlyWhatACallerMayNameIsListed(String models, String routes, String listed) {
        var rights = new Rights(split(models), split(routes));

        assertThat(ModelList.of(Catalog.CONFIG, rights))
                .extracting(ListedModel::name)
                .containsExactlyElementsOf(
                        listed == null ? Set.of() : Arrays.asList(listed.split(", ")));
    }

    /** A comma parts rights in the table above, so it has no place there. */
    @Test
    void aCommaPartsProviderAndModelAsASlashDoes() {
        var rights = new Rights(Set.of("house , small", "deepseek,*"), Set.of());

        assertThat(ModelList.of(Catalog.CONFIG, rights))
                .extracting(ListedModel::name)
                .containsExactly("house/small");
    }

    private static Set<String> split(String list) {
        return list == null ? Set.of() : Set.of(list.split(", ?"));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    house/coder,         house/coder,     claude-gw/house/coder,     coder (house)
                    house/Qwen/Qwen3,    house/Qwen/Qwen3, claude-gw/house/Qwen/Qwen3, Qwen/Qwen3 (house)
                    anthropic/opus,      anthropic/opus,  anthropic/opus,            opus (anthropic)
                    house/my-claude-x,   house/my-claude-x, house/my-claude-x,       my-claude-x (house)
                    house/Claude,        house/Claude,    claude-gw/house/Claude,    Claude (house)
                    fast,                deepseek/v4,     claude-gw/fast,            fast (deepseek/v4)
                    claude-gw-coder,     house/coder,     claude-gw-coder,           claude-gw-coder (house/coder)
                    """)
    void claudeCodeGetsNamesThatItKeeps(
            String name, String target, String anthropicId, String displayName) {
        var model = new ListedModel(name, Target.of(target));

        assertThat(model.anthropicId()).isEqualTo(anthropicId);
        assertThat(model.displayName()).isEqualTo(displayName);
        assertThat(model.isNamed(name)).isTrue();
        assertThat(model.isNamed(anthropicId.toUpperCase(Locale.ROOT))).isTrue();
        assertThat(model.isNamed("another")).isFalse();
    }
}
