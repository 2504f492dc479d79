package dev.turnout.adapter;

import dev.turnout.contracts.CallContext;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.Header;
import dev.turnout.contracts.Principal;
import dev.turnout.contracts.Target;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.peek.HeaderLookup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A request of a client, as the gateway hands it on. */
@SuppressWarnings("ArrayRecordComponent")
public record Asked(
        String target,
        Operation operation,
        boolean stream,
        long revision,
        String query,
        List<Header> headers,
        Duration patience,
        Dialect dialect,
        byte[] body) {

    /** A streaming request for a target at revision 1, with a body that is like any other. */
    public static Asked of(String target) {
        return new Asked(
                target,
                Operation.GENERATE,
                true,
                1,
                "beta=true",
                List.of(new Header("anthropic-version", "2023-06-01")),
                Duration.ofMinutes(1),
                Dialect.ANTHROPIC,
                body(
                        """
                        {"model":"claude-opus-5-5","max_tokens":32000,"stream":true,\
                        "messages":[{"role":"user","content":"Grüezi ☀"}]}"""));
    }

    private static byte[] body(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    public Asked withBody(String json) {
        return new Asked(
                target, operation, stream, revision, query, headers, patience, dialect, body(json));
    }

    public Asked withHeaders(List<Header> others) {
        return new Asked(
                target, operation, stream, revision, query, others, patience, dialect, body);
    }

    public Asked withStream(boolean wanted) {
        return new Asked(
                target, operation, wanted, revision, query, headers, patience, dialect, body);
    }

    public Asked withoutStream() {
        return new Asked(
                target,
                operation,
                false,
                revision,
                query,
                headers,
                patience,
                dialect,
                body(
                        """
                        {"model":"claude-opus-5-5","max_tokens":32000,\
                        "messages":[{"role":"user","content":"Grüezi ☀"}]}"""));
    }

    public Asked counting() {
        return new Asked(
                target,
                Operation.COUNT_TOKENS,
                false,
                revision,
                query,
                headers,
                patience,
                dialect,
                body(
                        """
                        {"model":"claude-opus-5-5",\
                        "messages":[{"role":"user","content":"Grüezi ☀"}]}"""));
    }

    /** A request of a client of OpenAI's, with no headers of Anthropic's. */
    public Asked inChat(String json) {
        return new Asked(
                target,
                operation,
                json.contains("\"stream\":true"),
                revision,
                "",
                List.of(),
                patience,
                Dialect.OPENAI_CHAT,
                body(json));
    }

    /** Vectors of a text are wanted. */
    public Asked embedding() {
        return new Asked(
                target,
                Operation.EMBED,
                false,
                revision,
                "",
                List.of(),
                patience,
                Dialect.OPENAI_CHAT,
                body("{\"model\":\"e\",\"input\":\"Grüezi\"}"));
    }

    public Asked at(long otherRevision) {
        return new Asked(
                target, operation, stream, otherRevision, query, headers, patience, dialect, body);
    }

    public Asked within(Duration otherPatience) {
        return new Asked(
                target, operation, stream, revision, query, headers, otherPatience, dialect, body);
    }

    /** The call, with the outline that the gateway would find. */
    public ProviderCall call() {
        var peek = Dialects.client(dialect).peek(body, operation, HeaderLookup.NONE);
        return new ProviderCall(
                new CallContext("req_test", Principal.LOCAL, Instant.now().plus(patience)),
                revision,
                Target.of(target),
                true,
                dialect,
                operation,
                stream,
                query,
                headers,
                peek.traits().estimatedTokens(),
                peek.outline());
    }
}
