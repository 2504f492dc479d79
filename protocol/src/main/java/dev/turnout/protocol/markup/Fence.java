package dev.turnout.protocol.markup;

import java.util.regex.Pattern;

/**
 * What calls stand between.
 *
 * @param beginning matches what follows the opening if calls do, and a bounded stretch of text
 *     only: a text that merely speaks of the marks is told by it at once
 */
record Fence(String opening, String closing, Pattern beginning) {

    static Fence of(String opening, String closing, String beginning) {
        return new Fence(opening, closing, Pattern.compile(beginning));
    }
}
