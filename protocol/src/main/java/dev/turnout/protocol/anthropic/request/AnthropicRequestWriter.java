package dev.turnout.protocol.anthropic.request;

import dev.turnout.contracts.config.Quirk;
import dev.turnout.protocol.anthropic.wire.AnthropicEffort;
import dev.turnout.protocol.conversation.AnswerFormat;
import dev.turnout.protocol.conversation.Block;
import dev.turnout.protocol.conversation.Conversation;
import dev.turnout.protocol.conversation.Sampling;
import dev.turnout.protocol.conversation.Tool;
import dev.turnout.protocol.conversation.Turn;
import dev.turnout.protocol.conversation.WrittenSize;
import dev.turnout.protocol.json.JsonWriter;
import dev.turnout.protocol.translate.Upstream;
import dev.turnout.protocol.translate.WrittenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes a conversation as a Messages request. */
public final class AnthropicRequestWriter {

    /** Anthropic demands a limit; this one every current model takes. */
    private static final int USUAL_MAX_TOKENS = 32_000;

    private static final String JSON_HINT = "Answer with one JSON object and nothing else.";

    private final JsonWriter out;
    private final Conversation conversation;
    private final Upstream upstream;
    private final ClaudeModel model;
    private final Set<String> dropped;

    private AnthropicRequestWriter(Conversation conversation, Upstream upstream) {
        this.out = new JsonWriter(WrittenSize.of(conversation));
        this.conversation = conversation;
        this.upstream = upstream;
        this.model = ClaudeModel.of(upstream.model());
        this.dropped = new TreeSet<>(conversation.dropped());
    }

    /** The request as the model upstream takes it, and what of the conversation it leaves out. */
    public static WrittenRequest write(Conversation conversation, Upstream upstream) {
        return new AnthropicRequestWriter(conversation, upstream).write();
    }

    private WrittenRequest write() {
        int maxTokens = maxTokens();
        var thinking = AnthropicThinkingWriter.of(conversation, model, maxTokens, dropped);
        out.startObject().field("model", upstream.model()).field("max_tokens", maxTokens);
        messages();
        tools();
        sampling(conversation.sampling(), thinking.on());
        thinking.write(out);
        outputConfig(thinking);
        user();
        if (conversation.stream()) {
            out.field("stream", true);
        }
        out.endObject();
        return new WrittenRequest(out.bytes(), List.copyOf(dropped));
    }

    private int maxTokens() {
        var wanted = conversation.sampling().maxTokens();
        var limit = upstream.maxOutputTokens();
        if (wanted == null) {
            return limit == null ? USUAL_MAX_TOKENS : limit;
        }
        return limit == null ? wanted : Math.min(wanted, limit);
    }

    private void messages() {
        var system = new ArrayList<Block>();
        conversation.system().stream().filter(this::sayable).forEach(system::add);
        if (conversation.format() != null && schema() == null) {
            system.add(new Block.Text(JSON_HINT, false));
        }
        // Later system messages are for the newest models only: a reminder is for all.
        var turns = conversation.orderedTurns(this::sayable, false);
        if (Conversation.lacksUser(turns) && !system.isEmpty()) {
            turns = new ArrayList<>(turns);
            turns.addFirst(new Turn(Turn.Role.USER, system));
            system = new ArrayList<>();
        }
        var content = new AnthropicContentWriter(out, dropped, system, turns);
        if (!system.isEmpty()) {
            out.name("system");
            content.write(system);
        }
        out.name("messages").startArray();
        for (var turn : turns) {
            boolean assistant = turn.role() == Turn.Role.ASSISTANT;
            out.startObject().field("role", assistant ? "assistant" : "user").name("content");
            content.write(turn.content());
            out.endObject();
        }
        out.endArray();
    }

    /** Anthropic refuses text that is blank, and thinking that it did not sign itself. */
    private boolean sayable(Block block) {
        return switch (block) {
            case Block.Text text -> !text.text().isBlank();
            case Block.Thinking(_, var signature, _) -> vouchedFor(signature);
            case Block.Image _,
                    Block.Document _,
                    Block.RedactedThinking _,
                    Block.ToolUse _,
                    Block.ToolResult _,
                    Block.ToolReference _,
                    Block.ServerToolUse _,
                    Block.WebSearchResult _ ->
                    true;
        };
    }

    /** A Claude's thinking is checked wherever it runs; others sign with nothing. */
    private boolean vouchedFor(@Nullable String signature) {
        boolean signed = signature != null && !signature.isEmpty();
        boolean checked = upstream.requiresSignedThinking() || model.isClaude();
        if (checked && !signed) {
            dropped.add("thinking");
        }
        return signed || !checked;
    }

    private void tools() {
        if (conversation.tools().isEmpty()) {
            if (conversation.toolChoice() != null) {
                dropped.add("tool_choice");
            }
            return;
        }
        out.name("tools").startArray();
        for (var tool : conversation.tools()) {
            switch (tool) {
                case Tool.Function function -> function(function);
                case Tool.Server served -> out.raw(served.json());
            }
        }
        out.endArray();
        if (conversation.toolChoice() != null) {
            AnthropicToolChoice.write(conversation.toolChoice(), out);
        }
    }

    private void function(Tool.Function function) {
        if (function.strict() != null && function.strict()) {
            dropped.add("tools.strict"); // Anthropic's strict schemas are narrower than OpenAI's
        }
        out.startObject().field("name", function.name());
        if (!function.description().isEmpty()) {
            out.field("description", function.description());
        }
        out.name("input_schema").raw(function.schema()).endObject();
    }

    private void sampling(Sampling sampling, boolean thinking) {
        boolean taken = !thinking && model.takesSampling() && !upstream.has(Quirk.NO_SAMPLING);
        if (sampling.temperature() != null && taken) {
            out.name("temperature").number(Math.min(1, sampling.temperature()));
        } else if (sampling.temperature() != null) {
            dropped.add("temperature");
        }
        if (sampling.topP() != null && taken && sampling.temperature() == null) {
            out.name("top_p").number(sampling.topP());
        } else if (sampling.topP() != null) {
            dropped.add("top_p");
        }
        if (sampling.topK() != null && taken) {
            out.field("top_k", sampling.topK());
        } else if (sampling.topK() != null) {
            dropped.add("top_k");
        }
        stop(sampling.stop());
    }

    private void stop(List<String> stop) {
        var taken = stop.stream().filter(sequence -> !sequence.isBlank()).toList();
        if (taken.size() < stop.size()) {
            dropped.add("stop");
        }
        if (!taken.isEmpty()) {
            out.name("stop_sequences").startArray();
            taken.forEach(out::string);
            out.endArray();
        }
    }

    private void outputConfig(AnthropicThinkingWriter thinking) {
        var schema = schema();
        var effort = thinking.effort();
        if (effort != null && upstream.has(Quirk.NO_EFFORT)) {
            dropped.add("reasoning.effort");
            effort = null;
        }
        if (schema == null && effort == null) {
            return;
        }
        out.name("output_config").startObject();
        if (effort != null) {
            out.field("effort", AnthropicEffort.word(effort));
        }
        if (schema != null) {
            out.name("format").startObject().field("type", "json_schema");
            out.name("schema").raw(schema).endObject();
        }
        out.endObject();
    }

    /** What the answer has to be like; null where nobody says, or the provider heeds no such. */
    private @Nullable String schema() {
        AnswerFormat format = conversation.format();
        if (format == null || format.schema() == null) {
            return null;
        }
        if (upstream.has(Quirk.NO_ANSWER_FORMAT)) {
            dropped.add("format.schema");
            return null;
        }
        return format.schema();
    }

    private void user() {
        if (conversation.user() != null) {
            out.name("metadata").startObject().field("user_id", conversation.user()).endObject();
        }
        if (conversation.session() != null) {
            dropped.add("session");
        }
    }
}
