package dev.turnout.protocol.toolname;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Sampling;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.ToolChoice;
import dev.turnout.protocol.conversation.ToolSchema;
import dev.turnout.protocol.conversation.Turn;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolNamesTest {

    private static final NameRule RULE = NameRule.plain(64);
    private static final String LONG = "mcp__" + "server_".repeat(9) + "_tool_with_a_long_name";

    @Test
    void namesThatAreTakenCostNothing() {
        var conversation = calling("Read", "Read", "Bash");
        assertThat(ToolNames.of(conversation, RULE).told()).isSameAs(conversation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "дом", "-x.", "9.", "", "a b/c", "x\n"})
    void anAliasIsTakenAndLeadsBack(String name) {
        var names = ToolNames.of(calling(name, name), RULE);
        var told = names.told().tools().getFirst().name();
        assertThat(told).matches("[a-zA-Z_][a-zA-Z0-9_-]{0,63}").isNotEqualTo(name);
        assertThat(names.meant(told)).isEqualTo(name);
        assertThat(names.meant(name)).isEqualTo(name);
    }

    @Test
    void aLongNameKeepsItsBeginningAndFitsToTheLetter() {
        var told = ToolNames.of(calling(LONG, LONG), RULE).told().tools().getFirst().name();
        assertThat(told).hasSize(64).startsWith(LONG.substring(0, 50));
    }

    @Test
    void toolsChoiceCallsAndReferencesAgree() {
        var told = ToolNames.of(calling(LONG, LONG, "Read"), RULE).told();
        var alias = told.tools().getFirst().name();
        assertThat(told.tools().get(1).name()).isEqualTo("Read");
        assertThat(told.toolChoice()).isEqualTo(new ToolChoice(ToolChoice.Kind.ONE, alias, true));
        assertThat(told.turns().get(0).content())
                .containsExactly(new Block.ToolUse("id", alias, "{}"));
        assertThat(told.turns().get(1).content())
                .containsExactly(
                        new Block.ToolResult("id", List.of(new Block.ToolReference(alias)), false));
    }

    @Test
    void anAliasIsTheSameWhateverStandsBesideIt() {
        var alone = ToolNames.of(calling(LONG, LONG), RULE).told().tools().getFirst().name();
        var last = ToolNames.of(calling("Read", "a.b", "Read", LONG), RULE).told().tools();
        assertThat(last.getLast().name()).isEqualTo(alone);
    }

    @Test
    void anAliasNeverIsAnotherToolsName() {
        var alias = ToolNames.of(calling("a.b", "a.b"), RULE).told().tools().getFirst().name();
        var names = ToolNames.of(calling("a.b", "a.b", alias), RULE);
        var told = names.told().tools().getFirst().name();
        assertThat(told).isNotEqualTo(alias).startsWith(alias);
        assertThat(names.meant(told)).isEqualTo("a.b");
        assertThat(names.meant(alias)).isEqualTo(alias);
    }

    @Test
    void aToolThatIsCalledInTheHistoryOnlyHasItsWayBack() {
        var names = ToolNames.of(calling("old.tool", "Read"), RULE);
        var told = (Block.ToolUse) names.told().turns().getFirst().content().getFirst();
        assertThat(names.meant(told.name())).isEqualTo("old.tool");
        assertThat(names.tool(told.name())).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "functions.Bash, Bash",
        "Bash<|channel|>commentary, Bash",
        "functions.bash<|channel|>json, Bash",
        "BASH, Bash",
        " Bash, Bash",
        "read, read",
        "READ, READ",
        "Read, Read",
        "functions.Grep, functions.Grep",
        "Grep<|channel|>, Grep<|channel|>",
        "functions., functions.",
        "functions.listed, functions.listed"
    })
    void whatAModelMakesUpIsTheToolItMeans(String called, String meant) {
        var conversation = calling("Bash", "Bash", "Read", "read", "functions.listed");
        assertThat(ToolNames.of(conversation, NameRule.plain(128)).meant(called)).isEqualTo(meant);
    }

    /** Turns and a choice that name the first, and tools of the others. */
    private static Conversation calling(String called, String... tools) {
        return new Conversation(
                List.of(),
                List.of(
                        new Turn(
                                Turn.Role.ASSISTANT,
                                List.of(new Block.ToolUse("id", called, "{}"))),
                        new Turn(
                                Turn.Role.USER,
                                List.of(
                                        new Block.ToolResult(
                                                "id",
                                                List.of(new Block.ToolReference(called)),
                                                false)))),
                Arrays.stream(tools)
                        .<Tool>map(name -> new Tool.Function(name, "", ToolSchema.EMPTY, null))
                        .toList(),
                new ToolChoice(ToolChoice.Kind.ONE, called, true),
                Sampling.USUAL,
                null,
                null,
                null,
                null,
                false,
                false,
                List.of());
    }
}
