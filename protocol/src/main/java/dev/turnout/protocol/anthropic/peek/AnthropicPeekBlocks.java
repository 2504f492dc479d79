package dev.turnout.protocol.anthropic.peek;

import dev.turnout.protocol.peek.ElementCuts;

/** The blocks of one message, should it be the assistant's, in the two ways to cut thinking. */
final class AnthropicPeekBlocks {

    /** What matters of a block here. */
    enum Kind {
        /** Thinking with our seal. */
        SEALED,
        /** Thinking without a signature. */
        UNSIGNED,
        /** Thinking with its provider's signature. */
        SIGNED,
        CALL,
        OTHER
    }

    /** The blocks, some of them cut. */
    static final class Cut {

        private final ElementCuts blocks = new ElementCuts();
        private boolean lost;
        private boolean thinking;
        private boolean call;

        private void add(Kind kind, boolean cut, int start, int end) {
            if (cut) {
                lost = true;
                blocks.cut(start, end);
                return;
            }
            blocks.keep(start, end);
            switch (kind) {
                case SEALED, UNSIGNED, SIGNED -> thinking = true;
                case CALL -> call = true;
                case OTHER -> {}
            }
        }

        ElementCuts blocks() {
            return blocks;
        }

        /** Whether calls stand here without the thinking that came before them. */
        boolean bareCalls() {
            return call && lost && !thinking;
        }
    }

    private final Cut sealed = new Cut();
    private final Cut unsigned = new Cut();

    void add(Kind kind, int start, int end) {
        sealed.add(kind, kind == Kind.SEALED, start, end);
        unsigned.add(kind, kind == Kind.SEALED || kind == Kind.UNSIGNED, start, end);
    }

    /** Without what is sealed. */
    Cut sealed() {
        return sealed;
    }

    /** Without what no provider has signed. */
    Cut unsigned() {
        return unsigned;
    }
}
