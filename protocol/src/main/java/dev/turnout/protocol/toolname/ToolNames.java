package dev.turnout.protocol.toolname;

import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Tool;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of a conversation's tools as its provider knows them, and the way back from what a
 * model calls them. A name that the provider takes is never touched.
 */
public final class ToolNames {

    /** What models put around names that their templates write so: Kimi's, and gpt-oss's. */
    private static final Pattern AROUND = Pattern.compile("^functions\\.|<\\|.*", Pattern.DOTALL);

    private final Conversation told;

    /** The tools as the client declared them. */
    private final List<Tool> tools;

    /** By what the provider is told. */
    private final Map<String, String> clientNames;

    private ToolNames(Conversation told, List<Tool> tools, Map<String, String> clientNames) {
        this.told = told;
        this.tools = tools;
        this.clientNames = clientNames;
    }

    /** Names by a provider's rule. */
    public static ToolNames of(Conversation conversation, NameRule rule) {
        var names = new UsedNames(conversation).all();
        var refused = names.stream().filter(name -> !rule.allows(name)).toList();
        if (refused.isEmpty()) {
            return new ToolNames(conversation, conversation.tools(), Map.of());
        }
        var aliases = new HashMap<String, String>();
        Set<String> taken = new HashSet<>(names);
        for (var name : refused) {
            var alias = ToolAlias.of(name, rule, taken::contains);
            taken.add(alias);
            aliases.put(name, alias);
        }
        var clientNames = new HashMap<String, String>();
        aliases.forEach((name, alias) -> clientNames.put(alias, name));
        return new ToolNames(
                RenamedTools.in(conversation, aliases), conversation.tools(), clientNames);
    }

    /** The conversation with the provider's names in tools, tool choice and calls. */
    public Conversation told() {
        return told;
    }

    /**
     * The client's name of a tool that the model calls by this one. Where no tool is meant, or
     * several may be, the name stays: the client says that it has none such, and the model reads
     * that.
     */
    public String meant(String called) {
        var tool = tool(called);
        return tool == null ? clientNames.getOrDefault(called, called) : tool.name();
    }

    /** The declared tool that the model calls by this name; null where there is no such. */
    public Tool.@Nullable Function tool(String called) {
        var exact = exactly(called);
        if (exact != null) {
            return exact;
        }
        var bare = AROUND.matcher(called.strip()).replaceAll("");
        var stripped = exactly(bare);
        return stripped == null ? theOnlyOneButForCase(bare) : stripped;
    }

    private Tool.@Nullable Function exactly(String called) {
        var name = clientNames.getOrDefault(called, called);
        for (var tool : tools) {
            if (tool instanceof Tool.Function function && function.name().equals(name)) {
                return function;
            }
        }
        return null;
    }

    private Tool.@Nullable Function theOnlyOneButForCase(String called) {
        Tool.Function only = null;
        for (var tool : told.tools()) {
            if (tool instanceof Tool.Function && tool.name().equalsIgnoreCase(called)) {
                if (only != null) {
                    return null;
                }
                only = exactly(tool.name());
            }
        }
        return only;
    }
}
