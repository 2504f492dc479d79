package dev.turnout.adapter.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.adapter.Listener;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.fakeprovider.Answer;
import dev.turnout.fakeprovider.FakeProvider;
import dev.turnout.fakeprovider.ReceivedRequest;
import dev.turnout.fakeprovider.Reply;
import dev.turnout.fakeprovider.Script;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A subscriber that leaves is felt by the provider. */
class LeavingTest {

    private final FakeProvider upstream = FakeProvider.start();
    private final Adapter adapter = new Adapter();
    private final CompletableFuture<ReceivedRequest> received = new CompletableFuture<>();

    @BeforeEach
    void configure() {
        adapter.with(Configured.provider(upstream.url()));
    }

    @AfterEach
    void close() {
        adapter.close();
        upstream.close();
    }

    @Test
    void beforeTheHead() {
        upstream.answer(noting(request -> new Answer.Hang()));
        var listener = adapter.ask(Asked.of("fake/m"));
        var request = Listener.await(received);

        listener.cancel();

        Listener.await(request.clientLeft());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, Long.MAX_VALUE})
    void inTheMiddle(long demand) {
        upstream.answer(noting(request -> new Answer.StallAfter(Reply.numbered("m", 20), 5)));
        var listener = adapter.ask(Asked.of("fake/m"), demand);
        assertThat(listener.first()).isInstanceOf(ReplyFrame.Head.class);

        listener.cancel();

        Listener.await(Listener.await(received).clientLeft());
        assertThat(listener.isOver()).isFalse();
    }

    @Test
    void whenItIsGivenUpForItsSilence() {
        adapter.with(Configured.provider(upstream.url()), Adapter.IMPATIENT_LATER);
        upstream.answer(noting(request -> new Answer.StallAfter(Reply.numbered("m", 20), 5)));

        adapter.ask(Asked.of("fake/m")).whole();

        Listener.await(Listener.await(received).clientLeft());
    }

    private Script noting(Script script) {
        return request -> {
            received.complete(request);
            return script.answer(request);
        };
    }
}
