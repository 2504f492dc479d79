package dev.turnout.protocol.property;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.DialectPair;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.Seals;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Media;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.dialect.TranslatedCall;
import dev.turnout.protocol.reasoning.ReasoningSeal;
import dev.turnout.protocol.toolname.ToolNames;
import dev.turnout.protocol.translate.Upstream;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a client says, its provider is told, but for what {@link Losses} names: read back, the
 * conversation is the same.
 */
class RandomConversationsTest {

    private static final int MOST_SEEDS = 3000;
    private static final List<DialectPair> PAIRS = DialectPair.all().toList();

    /** A server that takes what any server of its dialect takes. */
    private static final Upstream UPSTREAM =
            Upstream.of(
                    "m",
                    Quirk.MAX_COMPLETION_TOKENS,
                    Quirk.TOP_K,
                    Quirk.PROMPT_CACHE_KEY,
                    Quirk.CACHE_CONTROL,
                    Quirk.ECHO_REASONING,
                    Quirk.EFFORT_OPENAI);

    @Test
    void messagesAreUnderstoodToTheLetter() {
        Runs.of(
                "conversations",
                1000,
                random -> {
                    var said = RandomConversation.of(random);
                    var read =
                            Dialects.client(Dialect.ANTHROPIC)
                                    .readRequest(MessagesRequest.of(said));
                    assertSame(
                            "read", SameForm.of(read), SameForm.of(Loss.STREAM_USAGE.erase(said)));
                });
    }

    @Test
    void aProviderIsToldWhatItsDialectCanSay() {
        Runs.of("conversations", 600, RandomConversationsTest::thereAndBack);
    }

    /** Else a loss could slip in unnoticed. */
    @ParameterizedTest
    @MethodSource("providers")
    void theTableNamesNothingThatIsNotLost(Dialect provider) {
        var unproved = EnumSet.copyOf(Losses.of(provider));
        for (int seed = 0; seed < MOST_SEEDS && !unproved.isEmpty(); seed++) {
            var said = RandomConversation.of(new Random(seed));
            var told = told(said, provider);
            if (told != null) {
                var heard = heard(told, provider, said);
                unproved.removeIf(loss -> differBy(loss, provider, said, heard));
            }
        }
        assertThat(unproved).isEmpty();
    }

    static List<Dialect> providers() {
        return Dialects.ofClients();
    }

    private static boolean differBy(
            Loss loss, Dialect provider, Conversation said, Conversation heard) {
        var others = EnumSet.copyOf(Losses.of(provider));
        others.remove(loss);
        return !Losses.without(others, said).equals(Losses.without(others, heard));
    }

    @ParameterizedTest
    @EnumSource
    void noProviderIsToldWhatWeSealed(Dialect provider) {
        Runs.of(
                "conversations",
                200,
                random -> {
                    var told = told(RandomConversation.of(random), provider);
                    assertThat(told == null ? "" : new String(told, UTF_8))
                            .doesNotContain(ReasoningSeal.PREFIX);
                });
    }

    private static void thereAndBack(Random random) {
        var pair = PAIRS.get(random.nextInt(PAIRS.size()));
        var said = said(pair.client(), random);
        var told = said == null ? null : told(said, pair.provider());
        if (said == null || told == null || !Dialects.servesClients(pair.provider())) {
            return;
        }
        var heard = heard(told, pair.provider(), said);
        var about = pair + ": " + new String(told, UTF_8);
        assertSame(about, pair.provider(), heard, said);
        var choice = heard.toolChoice();
        if (choice != null && choice.tool() != null) {
            assertThat(heard.tools()).extracting(Tool::name).as(about).contains(choice.tool());
        }

        var retold = told(heard, pair.client());
        if (retold != null) {
            var back = heard(retold, pair.client(), heard);
            about = pair + " and back: " + new String(retold, UTF_8);
            var lost = Losses.of(pair.provider());
            var alsoLost = Losses.of(pair.client());
            assertSame(
                    about,
                    pair.provider(),
                    Losses.without(alsoLost, Losses.without(lost, back)),
                    Losses.without(alsoLost, Losses.without(lost, said)));
        }
    }

    private static void assertSame(
            String about, Dialect through, Conversation heard, Conversation said) {
        var losses = Losses.of(through);
        assertSame(about, Losses.without(losses, heard), Losses.without(losses, said));
    }

    private static void assertSame(String about, Conversation heard, Conversation said) {
        var others = SameForm.lines(said).iterator();
        for (var line : SameForm.lines(heard)) {
            assertThat(line).as(about).isEqualTo(others.hasNext() ? others.next() : "nothing");
        }
        assertThat(others).as(about).isExhausted();
    }

    /** A request of a client's as it is understood; null where its dialect cannot say it. */
    private static @Nullable Conversation said(Dialect client, Random random) {
        var conversation = RandomConversation.of(random);
        var body =
                client == Dialect.ANTHROPIC
                        ? MessagesRequest.of(conversation)
                        : told(conversation, client);
        return body == null ? null : Dialects.client(client).readRequest(body);
    }

    /** What the provider is sent; null where it is told why it is not. */
    private static byte @Nullable [] told(Conversation conversation, Dialect provider) {
        try {
            var roles = Dialects.provider(provider);
            return new TranslatedCall(conversation, roles, UPSTREAM, Seals.SEAL).request().body();
        } catch (ProblemException refused) {
            assertThat(refused.problem().code()).isEqualTo(ProblemCode.TARGET_UNUSABLE);
            assertThat(holdsRemoteDocument(conversation)).as(refused.getMessage()).isTrue();
            return null;
        }
    }

    /** What a provider is told, as one that knows the client's names of the tools reads it. */
    private static Conversation heard(byte[] told, Dialect provider, Conversation said) {
        var names = ToolNames.of(said, Dialects.provider(provider).toolNames());
        return Rewrite.toolNames(Dialects.client(provider).readRequest(told), names::meant);
    }

    private static boolean holdsRemoteDocument(Conversation conversation) {
        return conversation.turns().stream()
                .flatMap(turn -> turn.content().stream())
                .anyMatch(RandomConversationsTest::holdsRemoteDocument);
    }

    private static boolean holdsRemoteDocument(Block block) {
        return switch (block) {
            case Block.Document document -> document.media() instanceof Media.Remote;
            case Block.ToolResult result ->
                    result.content().stream()
                            .anyMatch(RandomConversationsTest::holdsRemoteDocument);
            default -> false;
        };
    }
}
