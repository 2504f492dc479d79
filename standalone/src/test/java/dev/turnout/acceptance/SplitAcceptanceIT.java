package dev.turnout.acceptance;

import dev.turnout.acceptance.stack.SplitStack;

/** The suite on five processes. */
class SplitAcceptanceIT extends AcceptanceSuite implements SplitScenarios {

    SplitAcceptanceIT() {
        super(SplitStack::start);
    }

    @Override
    public boolean isAudited(long revision) {
        return ((SplitStack) stage().stack()).isAudited(revision);
    }
}
