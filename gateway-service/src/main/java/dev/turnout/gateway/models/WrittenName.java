package dev.turnout.gateway.models;

import dev.turnout.contracts.Target;
import java.util.Map;

/** A model's name as people write it among a key's rights, where routing reads it too. */
final class WrittenName {

    private WrittenName() {}

    /**
     * The target that an alias, {@code provider/model} or {@code provider,model} names, each of
     * them also behind {@link Target#PICKER}; what names none, such as {@code provider/*}, as it
     * stands.
     *
     * @param aliases found in any case
     */
    static String read(String written, Map<String, Target> aliases) {
        var name = withoutPicker(written.strip());
        var target = aliases.get(name);
        if (target != null) {
            return target.toString();
        }
        int cut = separator(name);
        if (cut < 0) {
            return written;
        }
        var provider = name.substring(0, cut).strip();
        var model = name.substring(cut + 1).strip();
        return provider.isEmpty() || model.isEmpty() || model.equals(ModelList.ANY_MODEL)
                ? written
                : provider + "/" + model;
    }

    private static String withoutPicker(String name) {
        int length = Target.PICKER.length();
        boolean behindPicker =
                name.length() > length && name.regionMatches(true, 0, Target.PICKER, 0, length);
        return behindPicker ? name.substring(length).strip() : name;
    }

    /** Where the first comma or slash stands; -1 where there is neither. */
    private static int separator(String name) {
        int comma = name.indexOf(',');
        int slash = name.indexOf('/');
        return comma < 0 || slash < 0 ? Math.max(comma, slash) : Math.min(comma, slash);
    }
}
