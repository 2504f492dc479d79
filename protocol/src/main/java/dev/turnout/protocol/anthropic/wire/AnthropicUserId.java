package dev.turnout.protocol.anthropic.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.ProblemException;
import dev.turnout.protocol.json.JsonScan;
import org.jspecify.annotations.Nullable;

/**
 * What {@code metadata.user_id} tells. Claude Code's is JSON in a string, {@code {"device_id",
 * "account_uuid", "session_id"}}; that of others may be anything, and is the user.
 */
public record AnthropicUserId(@Nullable String user, @Nullable String session) {

    /** Reads it; what is no JSON object is the user as a whole. */
    public static AnthropicUserId of(String userId) {
        if (!userId.startsWith("{")) {
            return new AnthropicUserId(userId, null);
        }
        try (var scan = JsonScan.of(userId.getBytes(UTF_8))) {
            return read(scan);
        } catch (ProblemException notJson) {
            return new AnthropicUserId(userId, null);
        }
    }

    private static AnthropicUserId read(JsonScan scan) {
        String device = null;
        String account = null;
        String session = null;
        if (scan.enterObject()) {
            while (scan.nextField()) {
                switch (scan.name()) {
                    case "device_id" -> device = scan.stringOrNull();
                    case "account_uuid" -> account = scan.stringOrNull();
                    case "session_id" -> session = scan.stringOrNull();
                    default -> {}
                }
            }
        }
        return new AnthropicUserId(
                account == null || account.isEmpty() ? device : account, session);
    }
}
