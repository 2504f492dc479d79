package dev.turnout.adapter.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a provider's API begins.
 *
 * @param secure whether TLS is spoken
 * @param host a name or an address; one of IPv6 in brackets
 * @param path what stands before the dialect's own path; empty or with a leading slash, none
 *     trailing
 */
public record BaseUrl(boolean secure, String host, int port, String path) {

    /**
     * Reads an {@code http} or {@code https} URL as the configuration's reader leaves it. {@link
     * IllegalArgumentException} says what is wrong.
     */
    public static BaseUrl of(String text) {
        var url = parse(text);
        var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        if (!secure && !scheme.equals("http")) {
            throw new IllegalArgumentException("it does not begin with http:// or https://");
        }
        var host = url.getHost();
        if (host == null) {
            throw new IllegalArgumentException("it names no host");
        }
        if (url.getRawUserInfo() != null
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new IllegalArgumentException("it holds more than a host, a port and a path");
        }
        return new BaseUrl(
                secure,
                host,
                url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80,
                withoutTrailingSlashes(url.getRawPath()));
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("it is not a URL", e);
        }
    }

    private static String withoutTrailingSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
