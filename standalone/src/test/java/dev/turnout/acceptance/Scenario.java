package dev.turnout.acceptance;

/** Scenarios of one theme; whoever plays them says where. */
interface Scenario {

    Stage stage();
}
