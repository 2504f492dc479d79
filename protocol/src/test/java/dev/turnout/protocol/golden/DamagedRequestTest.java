package dev.turnout.protocol.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.contracts.Dialect;
import dev.turnout.contracts.ProblemCode;
import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.Dialects;
import dev.turnout.protocol.dialect.ClientRoles;
import dev.turnout.protocol.dialect.ProviderRoles;
import dev.turnout.protocol.translate.Upstream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests with something left out, exchanged or repeated are refused with a clear problem, or
 * become one that the provider takes. Nothing else ever happens.
 */
class DamagedRequestTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DAMAGES = 60;

    static List<RequestGolden> all() {
        return RequestGolden.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void becomesWhatTheProviderTakes(RequestGolden golden) {
        damage(
                golden,
                Dialects.client(golden.clientDialect()),
                Dialects.provider(golden.providerDialect()),
                rules(golden.providerDialect()));
    }

    private static Consumer<JsonNode> rules(Dialect provider) {
        return switch (provider) {
            case ANTHROPIC -> AnthropicRules::check;
            case OPENAI_CHAT -> new ChatRules(Set.of())::check;
            case GEMINI -> GeminiEssentials::check;
            case OPENAI_RESPONSES -> body -> {};
        };
    }

    private static void damage(
            RequestGolden golden,
            ClientRoles client,
            ProviderRoles provider,
            Consumer<JsonNode> rules) {
        var random = new Random(golden.folder().hashCode());
        for (int i = 0; i < DAMAGES; i++) {
            var request = ChatRules.parse(golden.client());
            for (int damages = 1 + random.nextInt(3); damages > 0; damages--) {
                damage(request, random);
            }
            var json = request.toString();
            var written = translate(json, client, provider);
            if (written != null) {
                check(json, written, rules);
            }
        }
    }

    private static void check(String json, byte[] written, Consumer<JsonNode> rules) {
        try {
            rules.accept(ChatRules.parse(written));
        } catch (AssertionError | NullPointerException e) {
            fail(json + " became " + new String(written, UTF_8), e);
        }
    }

    private static byte @Nullable [] translate(
            String json, ClientRoles client, ProviderRoles provider) {
        try {
            var conversation = client.readRequest(json.getBytes(UTF_8));
            return provider.writeRequest(conversation, Upstream.of("m")).body();
        } catch (ProblemException refused) {
            assertThat(refused.problem().code())
                    .isIn(ProblemCode.INVALID_REQUEST, ProblemCode.TARGET_UNUSABLE);
            assertThat(refused.problem().message()).as(json).endsWith(".").contains(" ");
            return null;
        } catch (RuntimeException e) {
            return fail(json, e);
        }
    }

    private static void damage(JsonNode request, Random random) {
        var containers = new ArrayList<JsonNode>();
        collect(request, containers);
        var container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object && !object.isEmpty()) {
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            var name = names.get(random.nextInt(names.size()));
            if (random.nextInt(3) == 0) {
                object.remove(name);
            } else {
                object.set(name, other(random));
            }
        } else if (container instanceof ArrayNode array && !array.isEmpty()) {
            int one = random.nextInt(array.size());
            switch (random.nextInt(4)) {
                case 0 -> array.remove(one);
                case 1 -> array.insert(random.nextInt(array.size()), array.get(one).deepCopy());
                case 2 -> array.add(array.remove(one));
                default -> array.set(one, other(random));
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static JsonNode other(Random random) {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(-1);
            case 2 -> NODES.numberNode(1e300);
            case 3 -> NODES.textNode("");
            case 4 -> NODES.textNode(random.nextBoolean() ? "assistant" : "tool_use");
            case 5 -> NODES.booleanNode(true);
            case 6 -> NODES.objectNode();
            case 7 -> NODES.arrayNode();
            default -> NODES.arrayNode().add(NODES.objectNode().put("type", "text"));
        };
    }
}
