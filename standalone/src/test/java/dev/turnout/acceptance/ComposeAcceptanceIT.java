package dev.turnout.acceptance;

import dev.turnout.acceptance.stack.ComposeStack;
import dev.turnout.fakeprovider.FakeProvider;

/** The suite on the containers of {@code docker-compose.yml}; {@code .ci/compose} runs it. */
class ComposeAcceptanceIT extends AcceptanceSuite implements SplitScenarios {

    ComposeAcceptanceIT() {
        super(FakeProvider.startAt(ComposeStack.machine()), ComposeStack::of);
    }

    @Override
    public boolean isAudited(long revision) {
        return ((ComposeStack) stage().stack()).isAudited(revision);
    }
}
