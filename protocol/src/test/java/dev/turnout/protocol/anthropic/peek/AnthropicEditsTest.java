package dev.turnout.protocol.anthropic.peek;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.turnout.contracts.provider.Operation;
import dev.turnout.contracts.provider.Outline;
import dev.turnout.contracts.provider.ThinkingCuts;
import dev.turnout.protocol.Capture;
import dev.turnout.protocol.LooseJson;
import dev.turnout.protocol.edit.Edit;
import dev.turnout.protocol.edit.Edits;
import dev.turnout.protocol.peek.HeaderLookup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With every edit made that an outline allows, a body is the same tree less what was to go: checked
 * against a plain removal from the tree.
 */
class AnthropicEditsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TAG =
            Pattern.compile("<CCR-SUBAGENT-MODEL>(.*?)</CCR-SUBAGENT-MODEL>", Pattern.DOTALL);

    static List<String> captures() {
        return Capture.names();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void recordedRequestsAsTheyStand(String name) throws IOException {
        assertEdited(Capture.of(name).body());
    }

    @ParameterizedTest
    @MethodSource("captures")
    void recordedRequestsWithThinkingAndTagsStrewnIn(String name) throws IOException {
        var random = new Random(name.hashCode());
        for (int i = 0; i < 5; i++) {
            var tree = (ObjectNode) JSON.readTree(Capture.of(name).body());
            strew(tree, random);
            assertEdited(LooseJson.write(tree, random));
        }
    }

    @Test
    void generatedRequests() throws IOException {
        var random = new Random(20261123);
        for (int i = 0; i < 1000; i++) {
            assertEdited(LooseJson.write(generated(random), random));
        }
    }

    private static void assertEdited(byte[] body) throws IOException {
        var tree = (ObjectNode) JSON.readTree(body);
        var peek = AnthropicPeek.peek(body, Operation.GENERATE, HeaderLookup.NONE);
        var outline = peek.outline();

        assertThat(peek.traits().subagentTag()).isEqualTo(firstTag(tree));
        assertThat(JSON.readTree(edits(outline, outline.sealedThinking()).apply(body)))
                .isEqualTo(expected(tree, AnthropicEditsTest::isSealed));
        assertThat(JSON.readTree(edits(outline, outline.unsignedThinking()).apply(body)))
                .isEqualTo(expected(tree, block -> isSealed(block) || isUnsigned(block)));
    }

    private static Edits edits(Outline outline, ThinkingCuts thinking) {
        var edits = new ArrayList<Edit>();
        edits.add(Edit.replace(outline.model(), "\"edited\""));
        outline.routingTags().forEach(span -> edits.add(Edit.cut(span)));
        thinking.spans().forEach(span -> edits.add(Edit.cut(span)));
        if (thinking.enabled() != null) {
            edits.add(Edit.replace(thinking.enabled(), "{\"type\":\"disabled\"}"));
        }
        return Edits.of(edits);
    }

    private static boolean isSealed(JsonNode block) {
        return block.path("signature").asText().startsWith("tn1.");
    }

    private static boolean isUnsigned(JsonNode block) {
        return block.path("signature").asText().isEmpty();
    }

    private static ObjectNode expected(ObjectNode tree, Predicate<JsonNode> cut) {
        var expected = tree.deepCopy();
        expected.put("model", "edited");
        taggedHolders(expected)
                .forEach(
                        holder ->
                                holder.node.put(
                                        holder.field, TAG.matcher(holder.text()).replaceAll("")));
        if (cutThinking(expected, cut)) {
            switchOff(expected);
        }
        return expected;
    }

    /** Whether the last message of the assistant's calls tools and has lost all its thinking. */
    private static boolean cutThinking(ObjectNode request, Predicate<JsonNode> cut) {
        var kept = JSON.createArrayNode();
        boolean bareCalls = false;
        for (var message : request.get("messages")) {
            if (!message.path("role").asText().equals("assistant")) {
                kept.add(message);
                continue;
            }
            var content = message.path("content"); // of text, it has no elements
            int before = content.size();
            for (var blocks = content.elements(); blocks.hasNext(); ) {
                var block = blocks.next();
                if (block.path("type").asText().equals("thinking") && cut.test(block)) {
                    blocks.remove();
                }
            }
            if (before == 0 || !content.isEmpty()) {
                kept.add(message);
                bareCalls = content.size() < before && callsUnthought(content);
            }
        }
        request.set("messages", kept);
        return bareCalls;
    }

    private static boolean callsUnthought(JsonNode content) {
        var types = content.findValuesAsText("type");
        return types.contains("tool_use") && types.stream().noneMatch(t -> t.contains("thinking"));
    }

    private static void switchOff(ObjectNode request) {
        if (request.at("/thinking/type").asText().equals("enabled")) {
            request.putObject("thinking").put("type", "disabled");
            var edits = request.at("/context_management/edits").elements();
            while (edits.hasNext()) {
                if (edits.next().path("type").asText().startsWith("clear_thinking_")) {
                    edits.remove();
                }
            }
        }
    }

    private static @Nullable String firstTag(ObjectNode tree) {
        return taggedHolders(tree).stream()
                .flatMap(holder -> TAG.matcher(holder.text()).results())
                .map(result -> result.group(1).strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private record Holder(ObjectNode node, String field) {
        private String text() {
            return node.get(field).textValue();
        }
    }

    /** Where tags count: the system's texts, then those of the first user message. */
    private static List<Holder> taggedHolders(ObjectNode tree) {
        var holders = new ArrayList<Holder>();
        addHolders(holders, tree, "system");
        for (var message : tree.get("messages")) {
            if (message.path("role").asText().equals("user")) {
                addHolders(holders, (ObjectNode) message, "content");
                return holders;
            }
        }
        return holders;
    }

    private static void addHolders(List<Holder> holders, ObjectNode node, String field) {
        var value = node.path(field);
        if (value.isTextual()) {
            holders.add(new Holder(node, field));
        }
        for (var block : value) {
            if (block.path("text").isTextual()) {
                holders.add(new Holder((ObjectNode) block, "text"));
            }
        }
    }

    /** Puts tags into texts, and thinking of all kinds into the messages. */
    private static void strew(ObjectNode tree, Random random) {
        for (var holder : taggedHolders(tree)) {
            if (random.nextInt(3) == 0) {
                holder.node.put(holder.field, tagged(holder.text(), random));
            }
        }
        var messages = (ArrayNode) tree.get("messages");
        for (int i = random.nextInt(4); i > 0; i--) {
            messages.insert(random.nextInt(messages.size() + 1), message("assistant", random));
        }
    }

    private static String tagged(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        var names = new String[] {"p/m", " p,m\n", "", "\u00e4/\ud83d\ude00", "a\"b\\c"};
        var tag =
                "<CCR-SUBAGENT-MODEL>"
                        + names[random.nextInt(names.length)]
                        + "</CCR-SUBAGENT-MODEL>";
        return text.substring(0, at) + tag + text.substring(at);
    }

    private static ObjectNode generated(Random random) {
        var tree = JSON.createObjectNode();
        var fields =
                new ArrayList<>(
                        List.of("model", "messages", "system", "x", "max_tokens", "thinking", "c"));
        Collections.shuffle(fields, random);
        for (var field : fields) {
            switch (field) {
                case "model" -> tree.put("model", text(random));
                case "max_tokens" -> tree.put("max_tokens", random.nextInt());
                case "thinking" -> {
                    var types = new String[] {"enabled", "enabled", "adaptive", "disabled"};
                    tree.putObject("thinking").put("type", types[random.nextInt(types.length)]);
                }
                case "c" -> {
                    var edits = tree.putObject("context_management").putArray("edits");
                    for (int i = random.nextInt(4); i > 0; i--) {
                        var kinds = new String[] {"clear_thinking_20251015", "clear_tool_uses"};
                        edits.addObject().put("type", kinds[random.nextInt(kinds.length)]);
                    }
                }
                case "system" -> {
                    if (random.nextBoolean()) {
                        tree.put("system", text(random));
                    } else {
                        tree.set("system", blocks(random));
                    }
                }
                case "messages" -> {
                    var messages = tree.putArray("messages");
                    for (int i = random.nextInt(6); i >= 0; i--) {
                        var roles = new String[] {"user", "assistant", "assistant", "system"};
                        messages.add(message(roles[random.nextInt(roles.length)], random));
                    }
                }
                default -> tree.putObject("x").putArray("model").add(text(random)).add(1.5);
            }
        }
        return tree;
    }

    private static ObjectNode message(String role, Random random) {
        var message = JSON.createObjectNode();
        boolean roleFirst = random.nextBoolean();
        if (roleFirst) {
            message.put("role", role);
        }
        if (random.nextInt(4) == 0) {
            message.put("content", text(random));
        } else {
            message.set("content", blocks(random));
        }
        return roleFirst ? message : message.put("role", role);
    }

    private static ArrayNode blocks(Random random) {
        var blocks = JSON.createArrayNode();
        for (int i = random.nextInt(5); i > 0; i--) {
            var block = blocks.addObject();
            switch (random.nextInt(7)) {
                case 0 -> block.put("type", "text").put("text", text(random));
                case 5 -> block.put("signature", "tn1.e30.AA").put("type", "thinking");
                case 6 -> block.put("type", "redacted_thinking").put("data", "ZGF0");
                case 1 -> block.put("type", "thinking").put("thinking", text(random));
                case 2 -> block.put("signature", "").put("type", "thinking");
                case 3 -> block.put("type", "thinking").put("signature", "c2ln");
                default -> block.put("type", "tool_use").putObject("input").putArray("content");
            }
        }
        return blocks;
    }

    private static String text(Random random) {
        String[] parts = {
            "a",
            " ",
            "\"",
            "\\",
            "/",
            "\n",
            "<",
            ">",
            "\u00e4",
            "\ud83d\ude00",
            "{\"model\":\"x\"}",
            "<CCR-SUBAGENT-MODEL>",
            "</CCR-SUBAGENT-MODEL>",
            "CCR-SUBAGENT-MODEL",
            ",",
            "]"
        };
        var text = new StringBuilder("t");
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }
}
