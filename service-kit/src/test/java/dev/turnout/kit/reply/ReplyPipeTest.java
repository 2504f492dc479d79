package dev.turnout.kit.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnout.contracts.Problem;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.contracts.provider.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyPipeTest {

    private static final ReplyFrame HEAD = new ReplyFrame.Head(200, List.of());
    private static final ReplyFrame A = new ReplyFrame.Bytes(new byte[] {'a'}, false);
    private static final ReplyFrame B = new ReplyFrame.Bytes(new byte[] {'b'}, true);
    private static final ReplyFrame END = new ReplyFrame.End(Usage.NONE, "end_turn", null);
    private static final ReplyFrame FAILURE =
            new ReplyFrame.Failure(Problem.of(ProblemCode.STREAM_FAILED, "broke off"));

    /** A source that sends what a test tells it to, and notes what it is told. */
    private static final class Tap implements ReplyPipe.Source {

        final List<String> told = new ArrayList<>();
        private final ReplyFrame[] atOnce;

        Tap(ReplyFrame... atOnce) {
            this.atOnce = atOnce;
        }

        @Override
        public void start(ReplyPipe pipe) {
            told.add("start");
            for (var frame : atOnce) {
                pipe.send(frame);
            }
        }

        @Override
        public void resume() {
            told.add("resume");
        }

        @Override
        public void cancel() {
            told.add("cancel");
        }
    }

    private final Tap tap = new Tap();
    private final ReplyPipe pipe = new ReplyPipe(tap);

    static List<ReplyFrame> lastFrames() {
        return List.of(END, FAILURE);
    }

    @Test
    void startsWithItsSubscriberAndNotBefore() {
        assertThat(tap.told).isEmpty();

        pipe.subscribe(new Taker(0));

        assertThat(tap.told).containsExactly("start");
    }

    @Test
    void passesFramesOnInOrder() {
        var taker = Taker.ofAll();

        new ReplyPipe(new Tap(HEAD, A, B, END)).subscribe(taker);

        assertThat(taker.taken).containsExactly(HEAD, A, B, END);
        assertThat(taker.end).isCompleted();
    }

    @Test
    void holdsBackWhatNobodyAskedFor() {
        var taker = new Taker(1);
        pipe.subscribe(taker);

        List.of(HEAD, A, B).forEach(pipe::send);
        assertThat(taker.taken).containsExactly(HEAD);

        taker.request(1);
        assertThat(taker.taken).containsExactly(HEAD, A);

        taker.request(5);
        assertThat(taker.taken).containsExactly(HEAD, A, B);
    }

    @Test
    void demandAddsUpAndMayBeEndless() {
        var taker = new Taker(0);
        pipe.subscribe(taker);

        taker.request(Long.MAX_VALUE);
        taker.request(Long.MAX_VALUE);
        taker.request(1);
        List.of(HEAD, A, B, END).forEach(pipe::send);

        assertThat(taker.taken).containsExactly(HEAD, A, B, END);
    }

    @ParameterizedTest
    @MethodSource("lastFrames")
    void endsOnlyOnceTheLastFrameIsTaken(ReplyFrame last) {
        var taker = new Taker(1);
        pipe.subscribe(taker);

        pipe.send(HEAD);
        pipe.send(last);
        assertThat(taker.end).isNotDone();

        taker.request(1);
        assertThat(taker.taken).containsExactly(HEAD, last);
        assertThat(taker.end).isCompleted();
    }

    @ParameterizedTest
    @MethodSource("lastFrames")
    void dropsWhatIsSentAfterTheLastFrame(ReplyFrame last) {
        var taker = new Taker(1);
        pipe.subscribe(taker);

        List.of(HEAD, last, A, END).forEach(pipe::send);
        taker.request(9);
        pipe.send(B);

        assertThat(taker.taken).containsExactly(HEAD, last);
    }

    @Test
    void theSourceReadsOnOnlyWhenAllIsTakenAndMoreIsWanted() {
        var taker = new Taker(0);
        pipe.subscribe(taker);
        assertThat(pipe.wantsMore()).isFalse();

        pipe.send(HEAD);
        pipe.send(A);
        taker.request(1);
        taker.request(1);
        assertThat(tap.told).containsExactly("start");
        assertThat(pipe.wantsMore()).isFalse();

        taker.request(1);
        assertThat(tap.told).containsExactly("start", "resume");
        assertThat(pipe.wantsMore()).isTrue();

        pipe.send(B);
        assertThat(pipe.wantsMore()).isFalse();
    }

    @Test
    void theSourceIsNotToldToReadOnBeforeItStarted() {
        pipe.subscribe(new Taker(1));

        assertThat(tap.told).containsExactly("start");
        assertThat(pipe.wantsMore()).isTrue();
    }

    @Test
    void theSourceIsNotToldAnythingAfterTheEnd() {
        var taker = Taker.ofAll();
        pipe.subscribe(taker);

        pipe.send(END);
        taker.request(1);
        taker.cancel();

        assertThat(tap.told).containsExactly("start");
        assertThat(pipe.wantsMore()).isFalse();
    }

    @Test
    void askingFromWithinKeepsTheOrder() {
        var taker = new Taker(0);
        pipe.subscribe(taker.atEach(frame -> taker.request(1)));

        List.of(HEAD, A, B).forEach(pipe::send);
        taker.request(1);

        assertThat(taker.taken).containsExactly(HEAD, A, B);
        assertThat(tap.told).startsWith("start", "resume");
        assertThat(pipe.wantsMore()).isTrue();
    }

    /** Each frame is handed over when the one before has been dealt with, not inside of that. */
    @Test
    void askingFromWithinDoesNotNest() {
        var depths = new ArrayList<Integer>();
        int[] depth = {0};
        var taker = new Taker(1);
        taker.atEach(
                frame -> {
                    depth[0]++;
                    depths.add(depth[0]);
                    taker.request(1);
                    depth[0]--;
                });

        new ReplyPipe(new Tap(HEAD, A, B, END)).subscribe(taker);

        assertThat(depths).containsExactly(1, 1, 1, 1);
    }

    @Test
    void whoLeavesIsSentNothingMore() {
        var taker = new Taker(1);
        pipe.subscribe(taker);
        pipe.send(HEAD);
        pipe.send(A);

        taker.cancel();
        taker.cancel();
        taker.request(9);
        pipe.send(END);

        assertThat(taker.taken).containsExactly(HEAD);
        assertThat(taker.end).isNotDone();
        assertThat(tap.told).containsExactly("start", "cancel");
        assertThat(pipe.wantsMore()).isFalse();
    }

    @Test
    void whoLeavesFromWithinIsNotToldThatItWasTheEnd() {
        var taker = Taker.ofAll();
        pipe.subscribe(taker.atEach(frame -> taker.cancel()));

        List.of(HEAD, A, END).forEach(pipe::send);

        assertThat(taker.taken).containsExactly(HEAD);
        assertThat(taker.end).isNotDone();
        assertThat(tap.told).containsExactly("start", "cancel");
    }

    @Test
    void whoLeavesWhileTheLastFrameIsHeldBackHasLeft() {
        var taker = new Taker(1);
        pipe.subscribe(taker);
        pipe.send(HEAD);
        pipe.send(END);

        taker.cancel();

        assertThat(tap.told).containsExactly("start", "cancel");
    }

    @Test
    void whoLeavesAtOnceStartsNothing() {
        pipe.subscribe(
                new Flow.Subscriber<>() {
                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                        subscription.request(1);
                        subscription.cancel();
                    }

                    @Override
                    public void onNext(ReplyFrame frame) {}

                    @Override
                    public void onError(Throwable fault) {}

                    @Override
                    public void onComplete() {}
                });

        assertThat(tap.told).isEmpty();
    }

    @Test
    void aSubscriberThatThrowsHasLeft() {
        var fault = new IllegalStateException("a fault of the subscriber");
        var taker = Taker.ofAll();
        pipe.subscribe(
                taker.atEach(
                        frame -> {
                            throw fault;
                        }));

        assertThatThrownBy(() -> pipe.send(HEAD)).isSameAs(fault);
        pipe.send(END);

        assertThat(taker.taken).containsExactly(HEAD);
        assertThat(tap.told).containsExactly("start", "cancel");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void nobodyCanAskForLessThanOneFrame(long frames) {
        var taker = new Taker(0);
        pipe.subscribe(taker);

        taker.request(frames);
        pipe.send(HEAD);

        assertThat(taker.taken).isEmpty();
        assertThat(taker.end).isCompletedExceptionally();
        assertThat(tap.told).containsExactly("start", "cancel");
    }

    @Test
    void hasOneSubscriber() {
        var first = Taker.ofAll();
        pipe.subscribe(first);

        assertThatIllegalStateException().isThrownBy(() -> pipe.subscribe(new Taker(1)));

        pipe.send(HEAD);
        assertThat(first.taken).containsExactly(HEAD);
        assertThat(tap.told).containsExactly("start");
    }
}
