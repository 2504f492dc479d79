package dev.turnout.protocol.conversation;

import dev.turnout.protocol.conversation.Turn.Role;
import java.util.ArrayList;
import java.util.List;

/** Turns as they are put together: one that says nothing goes, neighbours of one role are one. */
final class MergedTurns {

    /** A turn that may still go on: its content is never copied before all is there. */
    private record Growing(Role role, Content content) {}

    private final List<Growing> growing = new ArrayList<>();

    /** The next blocks are said in this role. */
    void begin(Role next) {
        dropSilent();
        if (growing.isEmpty() || growing.getLast().role() != next) {
            growing.add(new Growing(next, new Content()));
        } else {
            gap();
        }
    }

    /** The role must have been said before. */
    void add(Block block) {
        growing.getLast().content().add(block);
    }

    /** Something stood here that is not said. */
    void gap() {
        if (growing.getLast().role() == Role.ASSISTANT) {
            growing.getLast().content().gap();
        }
    }

    List<Turn> turns() {
        dropSilent();
        return growing.stream()
                .map(turn -> new Turn(turn.role(), turn.content().blocks()))
                .toList();
    }

    private void dropSilent() {
        if (!growing.isEmpty() && !growing.getLast().content().saysAnything()) {
            growing.removeLast();
        }
    }
}
