package dev.turnout.protocol.gemini.request;

import java.util.regex.Pattern;

/**
 * What a Gemini model takes, by its name. One whose name does not say is taken for one of the
 * newest: {@code gemini-flash-latest}.
 *
 * @param major of its version: 2 of {@code gemini-2.5-pro}
 * @param minor of its version: 5 of {@code gemini-2.5-pro}
 */
record GeminiModel(int major, int minor, Size size) {

    /** What the family is sold as. */
    enum Size {
        PRO,
        FLASH,
        FLASH_LITE
    }

    private static final Pattern VERSION =
            Pattern.compile("gemini-(\\d{1,3})(?:\\.(\\d{1,3}))?(?!\\d)");

    private static final int NEWEST = 999;

    static GeminiModel of(String name) {
        var version = VERSION.matcher(name);
        boolean said = version.find();
        return new GeminiModel(
                said ? Integer.parseInt(version.group(1)) : NEWEST,
                said && version.group(2) != null ? Integer.parseInt(version.group(2)) : 0,
                size(name));
    }

    private static Size size(String name) {
        if (name.contains("flash-lite")) {
            return Size.FLASH_LITE;
        }
        return name.contains("flash") ? Size.FLASH : Size.PRO;
    }

    /** Whether it signs calls, takes images in results, and searches beside calls. */
    boolean isThree() {
        return major >= 3;
    }

    /** Whether it thinks at all. */
    boolean thinks() {
        return isAtLeast(2, 5);
    }

    /** Whether thinking can be switched off; others think at least a little. */
    boolean canStopThinking() {
        return !isThree() && size != Size.PRO;
    }

    /** Whether it knows {@code thinkingLevel} {@code MINIMAL}: Flash up to 3.6. */
    boolean thinksMinimally() {
        return size != Size.PRO && !isAtLeast(3, 7);
    }

    /** Whether it knows {@code thinkingLevel} {@code MEDIUM}: all but the first Pro of 3. */
    boolean thinksMediumly() {
        return size != Size.PRO || isAtLeast(3, 1);
    }

    /** The least {@code thinkingBudget} that is more than none, in tokens. */
    int leastBudget() {
        return switch (size) {
            case PRO -> 128;
            case FLASH -> 1;
            case FLASH_LITE -> 512;
        };
    }

    /** The greatest {@code thinkingBudget}, in tokens. */
    int greatestBudget() {
        return size == Size.PRO ? 32_768 : 24_576;
    }

    /** Whether it fetches what stands at an address. */
    boolean fetches() {
        return isAtLeast(2, 5);
    }

    private boolean isAtLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
    }
}
