package dev.turnout.adapter.upstream;

import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.kit.profile.Profile;
import dev.turnout.protocol.json.JsonText;

/** The model that a call is for, by the name that users know. */
public final class TargetModel {

    private TargetModel() {}

    /** As the target names it, or as the client does where the target leaves it open. */
    public static String of(ProviderCall call, byte[] body) {
        var model = call.target().model();
        if (!model.equals(Profile.CLIENTS_MODEL)) {
            return model;
        }
        var quoted = call.outline().model();
        return JsonText.decode(body, quoted.offset() + 1, quoted.end() - 1);
    }
}
