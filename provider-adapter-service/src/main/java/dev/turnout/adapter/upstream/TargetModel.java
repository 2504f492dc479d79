package dev.turnout.adapter.upstream;

import dev.turnout.adapter.provider.Provider;
import dev.turnout.contracts.provider.ProviderCall;
import dev.turnout.kit.profile.Profile;
import dev.turnout.protocol.json.JsonText;

/** The name of the model that a call is for. */
public final class TargetModel {

    private TargetModel() {}

    /** As its provider calls it, or as the client does where the target leaves it open. */
    public static String at(Provider.Remote provider, ProviderCall call, byte[] body) {
        var id = provider.model(call.target().model()).id();
        return id == null ? of(call, body) : id;
    }

    /** As users know it: by the target, or the client where the target leaves it open. */
    public static String of(ProviderCall call, byte[] body) {
        var model = call.target().model();
        if (!model.equals(Profile.CLIENTS_MODEL)) {
            return model;
        }
        var quoted = call.outline().model();
        return JsonText.decode(body, quoted.offset() + 1, quoted.end() - 1);
    }
}
