package dev.turnout.adapter.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.adapter.Adapter;
import dev.turnout.adapter.Asked;
import dev.turnout.adapter.Configured;
import dev.turnout.contracts.provider.ReplyFrame;
import dev.turnout.fakeprovider.Answer;
import dev.turnout.fakeprovider.FakeProvider;
import dev.turnout.fakeprovider.Header;
import dev.turnout.fakeprovider.Reply;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A canary in place of a provider's key: it reaches the provider and nobody else. */
class SecretsStayHiddenTest {

    private static final String CANARY = "canary-5up3r-s3cr3t";

    private final FakeProvider upstream = FakeProvider.start();
    private final Adapter adapter = new Adapter(Map.of("KEY", CANARY));
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Logger root = LogManager.getLogManager().getLogger("");
    private final Logger ours = Logger.getLogger("dev.turnout");
    private final Handler listening =
            new Handler() {
                @Override
                public void publish(LogRecord line) {
                    logged.add(
                            line.getMessage()
                                    + Arrays.toString(line.getParameters())
                                    + line.getThrown());
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        ours.setLevel(Level.ALL);
        root.addHandler(listening);
    }

    @AfterEach
    void close() {
        root.removeHandler(listening);
        adapter.close();
        upstream.close();
    }

    @Test
    void whateverHappens() {
        var said = new ArrayList<ReplyFrame>();
        upstream.answer(
                request ->
                        switch (request.model()) {
                            case "answer" ->
                                    new Answer.Raw(
                                            200,
                                            List.of(new Header("content-type", "text/html")),
                                            "<html>".getBytes(UTF_8));
                            case "refuse" ->
                                    Answer.status(
                                            401,
                                            "authentication_error",
                                            "wrong key: " + request.header("x-api-key").orElse(""));
                            default -> new Answer.CutAfter(Reply.text("m", "hi"), 0);
                        });
        for (var key : List.of("env:KEY", CANARY, CANARY + " ☀")) {
            for (var model : List.of("answer", "refuse", "cut")) {
                adapter.with(
                        Configured.provider(
                                null, upstream.url().toString(), key, Map.of(), Map.of()));
                said.addAll(adapter.ask(Asked.of("fake/" + model)).whole().frames());
            }
        }

        assertThat(upstream.requests())
                .hasSize(6)
                .allMatch(request -> request.header("x-api-key").orElse("").equals(CANARY));
        assertThat(said).hasSize(9).noneMatch(frame -> frame.toString().contains(CANARY));
        assertThat(logged)
                .anyMatch(line -> line.contains("attempt ended"))
                .noneMatch(line -> line.contains(CANARY));
    }
}
