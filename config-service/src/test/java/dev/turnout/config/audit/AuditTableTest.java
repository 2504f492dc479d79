package dev.turnout.config.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditTableTest {

    private final List<String> done = new ArrayList<>();
    private boolean away;
    private final AuditTable table =
            new AuditTable(
                    () -> {
                        if (away) {
                            throw new IllegalStateException("the database is away");
                        }
                        done.add("migrated");
                    },
                    entry -> done.add(entry.detail));

    @Test
    void itIsMadeOnceBeforeTheFirstEntry() {
        table.accept(entry("first"));
        table.accept(entry("second"));

        assertThat(done).containsExactly("migrated", "first", "second");
    }

    @Test
    void whereItCannotBeMadeYetTheNextEntryTriesAgain() {
        away = true;
        assertThatThrownBy(() -> table.accept(entry("first"))).hasMessageContaining("away");
        away = false;

        table.accept(entry("second"));

        assertThat(done).containsExactly("migrated", "second");
    }

    private static AuditEntry entry(String detail) {
        return AuditEntry.of(Instant.EPOCH, "alice", "config.accepted", 1L, detail);
    }
}
