package dev.turnout.protocol.conversation;

import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of one turn as they are put together. Texts that follow one another are one text in
 * pieces; where something between them went, they are held apart.
 */
public final class Content {

    private static final Block.Text GAP = new Block.Text("\n\n", false);

    private final List<Block> blocks = new ArrayList<>();
    private boolean gap;
    private boolean saysAnything;

    public void add(Block block) {
        if (gap && block instanceof Block.Text && endsInText()) {
            blocks.add(GAP);
        }
        blocks.add(block);
        saysAnything |= !(block instanceof Block.Thinking);
        gap = false;
    }

    /** What comes next does not go on with what stands here. */
    public void gap() {
        gap = true;
    }

    public List<Block> blocks() {
        return blocks;
    }

    /** Whether there is more than thinking, which alone is no turn. */
    public boolean saysAnything() {
        return saysAnything;
    }

    private boolean endsInText() {
        return !blocks.isEmpty() && blocks.getLast() instanceof Block.Text;
    }
}
