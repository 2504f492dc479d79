package dev.turnout.search.domain;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of a page on the web, taken apart.
 *
 * @param host in lower case and ASCII, without a dot at the end
 * @param path as written; empty, or with a slash in front
 * @param canonical the same text for addresses that lead to the same page
 */
public record WebAddress(String host, String path, String canonical) {

    private static final int LONGEST = 2_048;

    /** Turns the direction of the text, or is not seen at all. */
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}]");

    /**
     * Neither credentials nor a backslash, which browsers read as a slash: both make an address
     * look like another one.
     */
    private static final Pattern SHAPE =
            Pattern.compile(
                    "https?://([^/?#@:\\\\\\s]+)(?::(\\d{1,5}))?(/[^?#\\\\\\s]*)?(?:\\?([^#\\s]*))?(?:#\\S*)?",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern HOST = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

    private static final Set<String> USUAL_PORTS = Set.of("80", "443");

    /** Say where a visitor came from, not what is shown. */
    private static final Pattern TRACKING =
            Pattern.compile(
                    "(utm_\\w+|gclid|dclid|fbclid|msclkid|yclid|mc_cid|mc_eid)(=.*)?",
                    Pattern.CASE_INSENSITIVE);

    /** Reads an {@code http} or {@code https} URL; empty for anything else. */
    public static Optional<WebAddress> of(String url) {
        if (url.length() > LONGEST || HIDDEN.matcher(url).find()) {
            return Optional.empty();
        }
        var parts = SHAPE.matcher(url);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var port = parts.group(2);
        var path = parts.group(3) == null ? "" : parts.group(3);
        var query = parts.group(4) == null ? "" : parts.group(4);
        return host(parts.group(1))
                .map(host -> new WebAddress(host, path, canonical(host, port, path, query)));
    }

    /** A host's name as it is compared: lower case, ASCII; empty where it is none. */
    static Optional<String> host(String written) {
        var name = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        try {
            return Optional.of(IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT))
                    .filter(host -> HOST.matcher(host).matches());
        } catch (IllegalArgumentException noHost) {
            return Optional.empty();
        }
    }

    private static String canonical(String host, @Nullable String port, String path, String query) {
        var site = host.startsWith("www.") ? host.substring("www.".length()) : host;
        var door = port == null || USUAL_PORTS.contains(port) ? "" : ":" + port;
        var page = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        var kept =
                Stream.of(query.split("&"))
                        .filter(part -> !part.isEmpty() && !TRACKING.matcher(part).matches())
                        .collect(Collectors.joining("&"));
        return site + door + page + (kept.isEmpty() ? "" : "?" + kept);
    }
}
