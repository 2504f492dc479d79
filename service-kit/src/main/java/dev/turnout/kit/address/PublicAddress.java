package dev.turnout.kit.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the public Internet from those that lead into somebody's own network, or
 * nowhere. The ranges are those of the IANA special-purpose address registries.
 */
public final class PublicAddress {

    /**
     * This network, private (RFC 1918), carrier's (RFC 6598), loopback, link-local with the clouds'
     * metadata, Azure's metadata, protocol assignments, benchmarks, multicast and above.
     */
    private static final List<AddressRange> NOT_PUBLIC_4 =
            List.of(
                    AddressRange.of("0.0.0.0", 8),
                    AddressRange.of("10.0.0.0", 8),
                    AddressRange.of("100.64.0.0", 10),
                    AddressRange.of("127.0.0.0", 8),
                    AddressRange.of("169.254.0.0", 16),
                    AddressRange.of("168.63.129.16", 32),
                    AddressRange.of("172.16.0.0", 12),
                    AddressRange.of("192.0.0.0", 24),
                    AddressRange.of("192.168.0.0", 16),
                    AddressRange.of("198.18.0.0", 15),
                    AddressRange.of("224.0.0.0", 3));

    /** All that is assigned to the Internet, and in it Teredo and 6to4, which wrap IPv4. */
    private static final AddressRange GLOBAL_6 = AddressRange.of("2000::", 3);

    private static final List<AddressRange> NOT_PUBLIC_6 =
            List.of(AddressRange.of("2001::", 32), AddressRange.of("2002::", 16));

    private PublicAddress() {}

    /** An IPv4 address that comes mapped into IPv6 is judged as the IPv4 address that it is. */
    public static boolean is(InetAddress address) {
        return address instanceof Inet4Address
                ? isInNone(NOT_PUBLIC_4, address)
                : GLOBAL_6.contains(address) && isInNone(NOT_PUBLIC_6, address);
    }

    private static boolean isInNone(List<AddressRange> ranges, InetAddress address) {
        return ranges.stream().noneMatch(range -> range.contains(address));
    }
}
