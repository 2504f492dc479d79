package dev.turnout.protocol.translate;

import java.util.List;

/**
 * A request in a provider's dialect.
 *
 * @param body not to be changed by anyone
 * @param dropped what of the conversation this dialect or provider has no place for, by name, to be
 *     counted
 */
@SuppressWarnings("ArrayRecordComponent") // sent as it is; nobody compares requests
public record WrittenRequest(byte[] body, List<String> dropped) {

    public WrittenRequest {
        dropped = List.copyOf(dropped);
    }
}
