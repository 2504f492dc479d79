package dev.turnout.search;

import dev.turnout.search.chain.EngineChain;
import java.time.Duration;

/**
 * How a revision wants the web to be searched.
 *
 * @param keep how long results are kept; zero keeps none
 */
record SearchSetup(EngineChain chain, Duration keep) {}
