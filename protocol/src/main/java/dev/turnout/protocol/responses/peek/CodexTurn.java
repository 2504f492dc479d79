package dev.turnout.protocol.responses.peek;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.json.JsonScan;
import dev.turnout.protocol.peek.HeaderLookup;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Codex tells of a request beside it. By its source (codex-rs, 2026): {@code
 * x-openai-subagent} names the kind of a sub-agent ({@code collab_spawn} for one that the model
 * spawned, else {@code review}, {@code compact}, {@code memory_consolidation}); {@code
 * x-codex-turn-metadata} is a JSON object with {@code request_kind} ({@code turn}, {@code
 * compaction}, …), {@code thread_source}, {@code thread_id} and {@code agent_name} ({@code /root}
 * of the main one). Other clients tell nothing of the kind.
 *
 * @param agentType the sub-agent's kind, or the name that the model gave it; null of the main one
 * @param agentId the sub-agent's thread; null of the main one
 */
record CodexTurn(
        boolean compaction,
        boolean background,
        boolean subagent,
        @Nullable String agentType,
        @Nullable String agentId) {

    /** Also the name of a field in the body, of the same value. */
    static final String HEADER = "x-codex-turn-metadata";

    private static final String SPAWNED = "collab_spawn";

    /**
     * @param inBody the metadata as the body has them; null without
     */
    static CodexTurn of(HeaderLookup headers, @Nullable String inBody) {
        var header = headers.get(HEADER);
        var told = metadata(header == null ? inBody : header);
        var kind = headers.get("x-openai-subagent");
        boolean compaction =
                "compact".equals(kind) || "compaction".equals(told.get("request_kind"));
        boolean background =
                "memory_consolidation".equals(kind)
                        || "true".equals(headers.get("x-openai-memgen-request"));
        boolean subagent =
                kind != null
                        || headers.get("x-codex-parent-thread-id") != null
                        || told.containsKey("subagent_kind")
                        || "subagent".equals(told.get("thread_source"));
        if (!subagent) {
            return new CodexTurn(compaction, background, false, null, null);
        }
        var thread = headers.get("thread-id");
        return new CodexTurn(
                compaction,
                background,
                true,
                kind == null || kind.equals(SPAWNED) ? lastStep(told.get("agent_name")) : kind,
                thread == null ? told.get("thread_id") : thread);
    }

    /** The texts among the fields of a JSON object; none where it is no such. */
    private static Map<String, String> metadata(@Nullable String json) {
        var texts = new HashMap<String, String>();
        if (json == null) {
            return texts;
        }
        try (var scan = JsonScan.of(json.getBytes(UTF_8))) {
            if (scan.enterObject()) {
                while (scan.nextField()) {
                    if (scan.isString()) {
                        texts.put(scan.name(), scan.string());
                    }
                }
            }
        } catch (ProblemException notJson) {
            texts.clear();
        }
        return texts;
    }

    /** Of {@code root/reviewer}, the name {@code reviewer}. */
    private static @Nullable String lastStep(@Nullable String path) {
        return path == null ? null : path.substring(path.lastIndexOf('/') + 1);
    }
}
