package dev.turnout.acceptance;

import dev.turnout.acceptance.client.GatewayClient;
import dev.turnout.acceptance.stack.Stack;
import dev.turnout.fakeprovider.FakeProvider;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** All scenarios that hold whatever the wiring; a subclass brings the wiring. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AcceptanceSuite
        implements PassThroughScenarios,
                HeaderScenarios,
                FailoverScenarios,
                CancelScenarios,
                BadInputScenarios,
                TranslationScenarios,
                DialectScenarios,
                OpenAiScenarios,
                CountScenarios,
                SearchScenarios,
                LimitScenarios,
                SdkScenarios,
                OperationScenarios,
                RevisionScenarios {

    private final Stage stage;

    /** Starts what {@code wiring} makes of a first configuration. */
    AcceptanceSuite(Function<String, Stack> wiring) {
        this(FakeProvider.start(), wiring);
    }

    /** The same with a provider where this wiring reaches it. */
    AcceptanceSuite(FakeProvider provider, Function<String, Stack> wiring) {
        var stack = wiring.apply(Stage.usual(provider).toString());
        stage = new Stage(stack, provider, new GatewayClient(stack.gateway(), stack.key()));
    }

    @Override
    public Stage stage() {
        return stage;
    }

    @BeforeEach
    void beginAsUsual() {
        stage.stack().revive();
        stage.stack().pushConfig(Stage.usual(stage.provider()).toString());
        stage.provider().forget();
    }

    @AfterAll
    void endProcesses() {
        stage.close();
    }
}
