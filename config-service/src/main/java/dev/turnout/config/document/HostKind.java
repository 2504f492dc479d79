package dev.turnout.config.document;

import dev.turnout.kit.address.PublicAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the host of a URL is, as far as its name or address tells without asking anyone. */
enum HostKind {
    /** Likely on the internet; a name may still resolve to something else. */
    PUBLIC,
    /** This machine, this network, or nowhere that a provider could be. */
    INTERNAL,
    /** Written in a way that programs read differently: {@code 127.1}, {@code 0x7f000001}. */
    UNCLEAR;

    /** Endings that are reserved for, or only ever used in, private networks. */
    private static final List<String> INTERNAL_NAMES =
            List.of(
                    ".localhost",
                    ".local",
                    ".localdomain",
                    ".internal",
                    ".lan",
                    ".home.arpa",
                    ".svc",
                    ".cluster.local");

    private static final Pattern NUMERIC_END =
            Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?", Pattern.CASE_INSENSITIVE);

    /**
     * @param host as {@link java.net.URI#getHost()} gives it: an IPv6 address in brackets, null for
     *     what is neither name nor address
     */
    static HostKind of(@Nullable String host) {
        if (host == null) {
            return UNCLEAR;
        }
        var name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[")) {
            return ofAddress(name.substring(1, name.length() - 1));
        }
        if (NUMERIC_END.matcher(name).matches()) {
            return ofAddress(name);
        }
        var plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        // A name without a dot is looked up in the local search domain.
        return plain.indexOf('.') < 0 || INTERNAL_NAMES.stream().anyMatch(plain::endsWith)
                ? INTERNAL
                : PUBLIC;
    }

    private static HostKind ofAddress(String literal) {
        InetAddress address;
        try {
            address = InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            return UNCLEAR;
        }
        if (literal.indexOf(':') < 0 && !address.getHostAddress().equals(literal)) {
            return UNCLEAR;
        }
        return PublicAddress.is(address) ? PUBLIC : INTERNAL;
    }
}
