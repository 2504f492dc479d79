package dev.turnout.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.config.SearchConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveSearchTest {

    private final SearchService service = new SearchService();

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void theNewestRevisionIsSearchedWith() {
        service.configure(new SearchConfig(List.of(SearchService.DEMO), 600));
        var before = service.live().current();

        service.configure(new SearchConfig(List.of(SearchService.searxng("http://s")), 60));

        var after = service.live().current();
        assertThat(before.chain().canonical()).isEqualTo("demo@");
        assertThat(after.chain().canonical()).isEqualTo("searxng@http://s");
        assertThat(after.keep()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aRevisionThatCannotBeServedFromChangesNothing() {
        service.configure(new SearchConfig(List.of(SearchService.DEMO), 600));
        var unknown = new SearchConfig.Engine("altavista", null, 8_000);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> service.configure(new SearchConfig(List.of(unknown), 600)));

        assertThat(service.live().current().chain().canonical()).isEqualTo("demo@");
    }

    @Test
    void beforeTheFirstRevisionItIsSaidToWait() {
        refuses(ProblemCode.UNAVAILABLE, "no configuration yet");
    }

    @Test
    void withoutAnEngineItIsSaidHowToGetOne() {
        service.configure(SearchConfig.NONE);

        refuses(ProblemCode.POLICY_BLOCKED, "\"search\": { \"engines\": [");
    }

    private void refuses(ProblemCode code, String words) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(service.live()::current)
                .satisfies(
                        refused -> {
                            assertThat(refused.problem().code()).isEqualTo(code);
                            assertThat(refused.problem().message()).contains(words);
                        });
    }
}
