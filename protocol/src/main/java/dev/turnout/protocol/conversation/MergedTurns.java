package dev.turnout.protocol.conversation;

import dev.turnout.protocol.conversation.Turn.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns as they are put together: one that says nothing goes, neighbours of one role are one. */
final class MergedTurns {

    private final List<Turn> whole = new ArrayList<>();
    private @Nullable Role role;
    private Content content = new Content();

    /** The next blocks are said in this role. */
    void begin(Role next) {
        end();
        role = next;
        if (!whole.isEmpty() && whole.getLast().role() == next) {
            whole.removeLast().content().forEach(content::add);
            if (next == Role.ASSISTANT) {
                content.gap();
            }
        }
    }

    void add(Block block) {
        content.add(block);
    }

    /** Something stood here that is not said. */
    void gap() {
        if (role == Role.ASSISTANT) {
            content.gap();
        }
    }

    List<Turn> turns() {
        end();
        return whole;
    }

    private void end() {
        if (role != null && content.saysAnything()) {
            whole.add(new Turn(role, content.blocks()));
        }
        content = new Content();
    }
}
