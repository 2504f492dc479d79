package dev.turnout.adapter.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.Target;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {

    private static final Target TARGET = Target.of("deepseek/deepseek-v4");

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new TimeoutException(), ProblemCode.PROVIDER_TIMEOUT, "in time"),
                Arguments.of(
                        new ConnectTimeoutException("10.0.0.1"),
                        ProblemCode.PROVIDER_TIMEOUT,
                        "in time"),
                Arguments.of(
                        new UnknownHostException("10.0.0.1"),
                        ProblemCode.PROVIDER_FAILED,
                        "no such host"),
                Arguments.of(
                        new SSLHandshakeException("10.0.0.1"),
                        ProblemCode.PROVIDER_FAILED,
                        "no secure connection"),
                Arguments.of(
                        new NoRouteToHostException("10.0.0.1"),
                        ProblemCode.PROVIDER_FAILED,
                        "network"),
                Arguments.of(
                        new ConnectException("10.0.0.1"), ProblemCode.PROVIDER_FAILED, "refused"),
                Arguments.of(
                        new HttpClosedException("10.0.0.1"),
                        ProblemCode.PROVIDER_FAILED,
                        "closed the connection"),
                Arguments.of(
                        new IOException("10.0.0.1"),
                        ProblemCode.PROVIDER_FAILED,
                        "closed the connection"),
                Arguments.of(
                        new IllegalArgumentException("10.0.0.1"),
                        ProblemCode.PROVIDER_FAILED,
                        "no HTTP"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void haveWordsForTheClientAndNoAddress(Throwable fault, ProblemCode code, String words) {
        var problem = Faults.problem(TARGET, fault);

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.message()).startsWith("deepseek/deepseek-v4 ").contains(words);
        assertThat(problem.message()).doesNotContain("10.0.0.1");
    }

    @Test
    void aProblemIsItself() {
        var problem = Problem.of(ProblemCode.POLICY_BLOCKED, "no");

        assertThat(Faults.problem(TARGET, problem.asException())).isEqualTo(problem);
    }
}
