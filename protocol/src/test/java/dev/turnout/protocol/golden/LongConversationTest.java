package dev.turnout.protocol.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.anthropic.Anthropic;
import dev.turnout.protocol.chat.Chat;
import dev.turnout.protocol.dialect.ClientRoles;
import dev.turnout.protocol.dialect.ProviderRoles;
import dev.turnout.protocol.gemini.Gemini;
import dev.turnout.protocol.responses.Responses;
import dev.turnout.protocol.translate.Upstream;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Conversations as long as Anthropic takes them. Were a turn gone through again for each message,
 * or each block, these would not end in the time that anyone has.
 */
class LongConversationTest {

    private static final int MOST = 100_000;

    static Stream<Arguments> directions() {
        return Stream.of(
                Arguments.of(new Anthropic(), new Chat()),
                Arguments.of(new Chat(), new Anthropic()),
                Arguments.of(new Anthropic(), new Responses()));
    }

    @ParameterizedTest
    @MethodSource("directions")
    void messagesOfOneRoleBecomeOne(ClientRoles client, ProviderRoles provider) {
        var body = request(MOST, "{\"role\":\"user\",\"content\":\"a\"}");
        assertThat(messages(body, client, provider)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("directions")
    void messagesOfTheAssistantBecomeOne(ClientRoles client, ProviderRoles provider) {
        var body = request(MOST, "{\"role\":\"assistant\",\"content\":\"a\"}");
        assertThat(messages(body, client, provider)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("directions")
    void turnsThatSayNothingKeepNobodyApart(ClientRoles client, ProviderRoles provider) {
        var body =
                request(
                        MOST / 2,
                        "{\"role\":\"user\",\"content\":\"a\"},"
                                + "{\"role\":\"assistant\",\"content\":\"\"}");
        assertThat(messages(body, client, provider)).isEqualTo(1);
    }

    @Test
    void systemMessagesInFrontAreTheSystemText() {
        var body = request(MOST, "{\"role\":\"system\",\"content\":\"a\"}");
        assertThat(messages(body, new Anthropic(), new Chat())).isEqualTo(1);
    }

    @Test
    void blocksOfTheAssistantStayOneMessage() {
        var text = "{\"type\":\"text\",\"text\":\"0123456789\"}";
        var body =
                request(1, "{\"role\":\"assistant\",\"content\":[" + repeated(MOST, text) + "]}");
        assertThat(messages(body, new Anthropic(), new Chat())).isEqualTo(1);
    }

    @Test
    void geminiGetsTurnsOfTheUserAndTheModel() {
        var body =
                request(
                        MOST / 2,
                        "{\"role\":\"user\",\"content\":\"a\"},"
                                + "{\"role\":\"assistant\",\"content\":\"b\"}");
        var written =
                new Gemini().writeRequest(new Anthropic().readRequest(body), Upstream.of("m"));
        assertThat(ChatRules.parse(written.body()).get("contents")).hasSize(MOST + 1);
    }

    @ParameterizedTest
    @MethodSource("directions")
    void moreIsRefused(ClientRoles client, ProviderRoles provider) {
        var body = request(MOST + 1, "{\"role\":\"user\",\"content\":\"a\"}");
        var refused =
                catchThrowableOfType(
                        ProblemException.class, () -> messages(body, client, provider));
        assertThat(refused.problem().code()).isEqualTo(ProblemCode.INVALID_REQUEST);
        assertThat(refused.problem().message()).startsWith("messages: ").contains("100,000");
    }

    /** Each item of the Responses API is a turn of its own until they are put together. */
    @Test
    void itemsOfTheAssistantBecomeOneMessage() {
        var item = "{\"role\":\"assistant\",\"content\":\"a\"}";
        var body = ("{\"model\":\"m\",\"input\":[" + repeated(MOST, item) + "]}").getBytes(UTF_8);
        assertThat(messages(body, new Responses(), new Anthropic())).isEqualTo(1);
        assertThat(messages(body, new Responses(), new Chat())).isEqualTo(1);
    }

    private static int messages(byte[] body, ClientRoles client, ProviderRoles provider) {
        var written = provider.writeRequest(client.readRequest(body), Upstream.of("m"));
        var request = ChatRules.parse(written.body());
        return (request.has("input") ? request.get("input") : request.get("messages")).size();
    }

    private static byte[] request(int times, String messages) {
        return ("{\"model\":\"m\",\"max_tokens\":1,\"messages\":["
                        + repeated(times, messages)
                        + "]}")
                .getBytes(UTF_8);
    }

    private static String repeated(int times, String json) {
        return String.join(",", Collections.nCopies(times, json));
    }
}
