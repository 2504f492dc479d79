package dev.turnout.config.document;

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

    /**
     * Loopback, private, shared (CGNAT), link-local, site-local, benchmarking, multicast and
     * reserved ranges of the IANA registries; and those that carry an IPv4 address inside (6to4,
     * NAT64, Teredo).
     */
    private static final List<AddressRange> INTERNAL_RANGES =
            List.of(
                    AddressRange.of("0.0.0.0", 8),
                    AddressRange.of("10.0.0.0", 8),
                    AddressRange.of("100.64.0.0", 10),
                    AddressRange.of("127.0.0.0", 8),
                    AddressRange.of("169.254.0.0", 16),
                    AddressRange.of("172.16.0.0", 12),
                    AddressRange.of("192.0.0.0", 24),
                    AddressRange.of("192.168.0.0", 16),
                    AddressRange.of("198.18.0.0", 15),
                    AddressRange.of("224.0.0.0", 3),
                    AddressRange.of("::", 127),
                    AddressRange.of("64:ff9b::", 32),
                    AddressRange.of("2001::", 32),
                    AddressRange.of("2002::", 16),
                    AddressRange.of("fc00::", 7),
                    AddressRange.of("fe80::", 9),
                    AddressRange.of("ff00::", 8));

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
        return INTERNAL_RANGES.stream().anyMatch(range -> range.contains(address))
                ? INTERNAL
                : PUBLIC;
    }
}
