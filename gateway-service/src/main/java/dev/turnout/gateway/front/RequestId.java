package dev.turnout.gateway.front;

import java.util.concurrent.ThreadLocalRandom;

/** Makes request ids in Anthropic's form: {@code req_} and 24 letters and digits. */
final class RequestId {

    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 24;

    private RequestId() {}

    static String fresh() {
        var random = ThreadLocalRandom.current();
        var id = new StringBuilder("req_");
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
