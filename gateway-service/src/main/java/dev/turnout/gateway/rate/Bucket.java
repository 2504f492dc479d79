package dev.turnout.gateway.rate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.turnout.contracts.config.Limits.Rate;
import java.net.URLEncoder;

/**
 * One limit of one key, user or address.
 *
 * @param name tells it from all others; in braces stands what a Redis cluster places it by, so that
 *     a key lies beside its user
 */
public record Bucket(Scope scope, String name, Rate rate) {

    /** What a limit is for. */
    public enum Scope {
        KEY("This key"),
        USER("This user, with all keys together,"),
        ADDRESS("This address");

        private final String words;

        Scope(String words) {
            this.words = words;
        }
    }

    /**
     * @param owner the key's user, or the key itself where there is none
     */
    public static Bucket ofKey(String key, String owner, Rate rate) {
        return new Bucket(Scope.KEY, "key:{%s}:%s".formatted(plain(owner), plain(key)), rate);
    }

    public static Bucket ofUser(String user, Rate rate) {
        return new Bucket(Scope.USER, "user:{%s}".formatted(plain(user)), rate);
    }

    public static Bucket ofAddress(String address, Rate rate) {
        return new Bucket(Scope.ADDRESS, "address:{%s}".formatted(plain(address)), rate);
    }

    /** A user may be named as he likes; a brace would end what the cluster looks at. */
    private static String plain(String name) {
        return URLEncoder.encode(name, UTF_8);
    }

    /** What each of so many gateways may grant by itself; never nothing. */
    Bucket share(int gateways) {
        return new Bucket(
                scope,
                name,
                new Rate(
                        Math.max(1, rate.requestsPerMinute() / gateways),
                        Math.max(1, rate.burst() / gateways)));
    }

    /** From one request to the next at the steady rate; at least 1. */
    long intervalMicros() {
        return Math.max(1, rate.intervalMicros());
    }

    /** Who is limited and to what, as the beginning of a sentence. */
    String words() {
        int rpm = rate.requestsPerMinute();
        return "%s may send %d %s a minute, %d at once"
                .formatted(scope.words, rpm, rpm == 1 ? "request" : "requests", rate.burst());
    }
}
