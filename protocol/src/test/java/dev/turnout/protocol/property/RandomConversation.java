package dev.turnout.protocol.property;

import dev.turnout.contracts.Target;
import dev.turnout.contracts.routing.Effort;
import dev.turnout.protocol.Seals;
import dev.turnout.protocol.conversation.AnswerFormat;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Carried;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Media;
import dev.turnout.protocol.conversation.Reasoning;
import dev.turnout.protocol.conversation.Sampling;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.ToolChoice;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.conversation.Turn.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A conversation at random, of all that a Messages request can say, and whether usage is wanted.
 */
final class RandomConversation {

    /** Anthropic takes no more. */
    private static final int MOST_MARKS = 4;

    /** Of all web searches. */
    static final String QUERY = "pelicans";

    private static final String PDF = "JVBERi0xLjcK";
    private static final String PNG = "iVBORw0KGgo=";
    private static final Target[] ORIGINS = {Target.of("house/m"), Target.of("deepseek/v4")};

    private static final String[] NAMES = {
        "Read",
        "mcp__a-server__and_its_tool",
        "mcp__" + "long_".repeat(14) + "name",
        "mcp__" + "longer_".repeat(20) + "name",
        "with.dot",
        "with space/and \u20ac",
    };

    private final Random random;
    private final RandomText text;
    private final List<Tool> tools = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private int calls;
    private int marks;

    private RandomConversation(Random random) {
        this.random = random;
        this.text = new RandomText(random);
    }

    static Conversation of(Random random) {
        return new RandomConversation(random).conversation();
    }

    private Conversation conversation() {
        tools();
        turn(Role.USER, some(1, 3, this::userBlock));
        for (int i = random.nextInt(4); i > 0; i--) {
            if (oneIn(4)) {
                turn(Role.SYSTEM, some(1, 2, this::text));
            }
            assistant();
        }
        return new Conversation(
                some(0, 3, this::text),
                turns,
                tools,
                orNull(this::toolChoice),
                sampling(),
                orNull(this::reasoning),
                orNull(() -> new AnswerFormat(schema())),
                orNull(() -> "user-" + random.nextInt(99)),
                orNull(() -> "session-" + random.nextInt(99)),
                random.nextBoolean(),
                random.nextBoolean(),
                List.of());
    }

    /** The assistant says something, and whatever it calls is answered. */
    private void assistant() {
        var content = new ArrayList<Block>();
        if (oneIn(2)) {
            content.add(thinking());
        }
        if (oneIn(6)) {
            content.add(new Block.RedactedThinking("AAAA"));
        }
        content.addAll(some(1, 4, this::assistantBlock));
        if (oneIn(6)) {
            var id = "srvtoolu_" + calls++;
            content.add(
                    new Block.ServerToolUse(
                            id, "web_search", "{\"query\":\"%s\"}".formatted(QUERY)));
            content.add(search(id));
            content.add(text());
        }
        turn(Role.ASSISTANT, content);
        var answers = new ArrayList<Block>();
        for (var block : content) {
            if (block instanceof Block.ToolUse call && !oneIn(20)) {
                answers.add(
                        new Block.ToolResult(call.id(), some(0, 3, this::resultBlock), oneIn(4)));
            }
        }
        if (answers.isEmpty() || oneIn(2)) {
            answers.addAll(some(1, 3, this::userBlock));
        }
        turn(Role.USER, answers);
    }

    private Block assistantBlock() {
        return oneIn(2) ? text() : call();
    }

    private Block call() {
        var id = "toolu_" + calls++ + (oneIn(4) ? "_" + "long".repeat(10) : "");
        return new Block.ToolUse(id, tools.isEmpty() ? "Read" : anyTool(), text.object());
    }

    private String anyTool() {
        return tools.get(random.nextInt(tools.size())).name();
    }

    private Block userBlock() {
        return switch (random.nextInt(6)) {
            case 0 -> new Block.Image(image());
            case 1 -> new Block.Document(document(), orNull(text::text));
            default -> text();
        };
    }

    private Block resultBlock() {
        return switch (random.nextInt(6)) {
            case 0 -> new Block.Image(image());
            case 1 -> new Block.Document(document(), orNull(text::text));
            case 2 -> new Block.ToolReference("Read");
            default -> text();
        };
    }

    private Block.Text text() {
        return new Block.Text(text.text(), oneIn(6) && marks++ < MOST_MARKS);
    }

    /** Thinking that nobody signed, that Anthropic did, or that we sealed, for one or another. */
    private Block thinking() {
        var thought = text.text();
        return new Block.Thinking(
                thought,
                switch (random.nextInt(4)) {
                    case 0 -> null;
                    case 1 -> "";
                    case 2 -> "EqoBCkgIARAB";
                    default ->
                            Seals.SEAL.seal(
                                    text.oneOf(ORIGINS), thought, new Carried(Carried.TEXT, ""));
                });
    }

    private Block search(String id) {
        return oneIn(3)
                ? new Block.WebSearchResult(id, List.of(), "max_uses_exceeded")
                : new Block.WebSearchResult(
                        id,
                        List.of(
                                new Block.Hit(
                                        "Title", "https://example.org/", orNull(() -> "May 2."))),
                        null);
    }

    private Media image() {
        return oneIn(3)
                ? new Media.Remote("https://example.org/a.png")
                : new Media.Inline("image/png", PNG);
    }

    private Media document() {
        return switch (random.nextInt(8)) {
            case 0 -> new Media.Remote("https://example.org/a.pdf");
            case 1, 2, 3 -> new Media.Plain(text.text());
            default -> new Media.Inline("application/pdf", PDF);
        };
    }

    private void tools() {
        for (var name : NAMES) {
            if (oneIn(3)) {
                tools.add(
                        new Tool.Function(
                                name,
                                oneIn(5) ? "" : text.text(),
                                schema(),
                                orNull(random::nextBoolean)));
            }
        }
        if (oneIn(6)) {
            var type = "web_search_20250305";
            var json = "{\"type\":\"%s\",\"name\":\"web_search\"}".formatted(type);
            tools.add(new Tool.Server("web_search", type, json));
        }
    }

    private String schema() {
        return "{\"type\":\"object\",\"properties\":{\"path\":{\"type\":\"string\",\"default\":"
                + RandomText.quoted(text.text())
                + "}},\"required\":[\"path\"],\"additionalProperties\":"
                + random.nextBoolean()
                + "}";
    }

    /** Where there are functions, one of them is chosen: they are what all dialects have. */
    private ToolChoice toolChoice() {
        var kind = text.oneOf(ToolChoice.Kind.values());
        if (kind != ToolChoice.Kind.ONE) {
            return new ToolChoice(kind, null, random.nextBoolean());
        }
        return tools.isEmpty()
                ? new ToolChoice(ToolChoice.Kind.AUTO, null, random.nextBoolean())
                : new ToolChoice(kind, tools.getFirst().name(), random.nextBoolean());
    }

    private Reasoning reasoning() {
        var mode = text.oneOf(Reasoning.Mode.values());
        var effort = orNull(() -> text.oneOf(Effort.values()));
        return switch (mode) {
            case ON -> new Reasoning(mode, effort, orNull(() -> 1024 + random.nextInt(60_000)));
            case OFF -> new Reasoning(mode, effort, null);
            case UNSAID -> new Reasoning(mode, text.oneOf(Effort.values()), null);
        };
    }

    private Sampling sampling() {
        return new Sampling(
                orNull(() -> 16 + random.nextInt(200_000)),
                orNull(() -> random.nextInt(5) / 4.0),
                orNull(() -> random.nextInt(5) / 4.0),
                orNull(() -> 1 + random.nextInt(100)),
                some(0, 6, () -> "stop" + random.nextInt(99)));
    }

    private void turn(Role role, List<? extends Block> content) {
        var said = new ArrayList<Block>(content);
        if (oneIn(20)) {
            said.add(new Block.Text("\n\n", false));
            said.add(text());
        }
        turns.add(new Turn(role, said));
    }

    private <T> List<T> some(int least, int most, Supplier<? extends T> one) {
        var some = new ArrayList<T>();
        for (int i = least + random.nextInt(most - least + 1); i > 0; i--) {
            some.add(one.get());
        }
        return some;
    }

    private <T> @Nullable T orNull(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }
}
