package dev.turnout.adapter.upstream;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;

/** Tells addresses of the public Internet from those that lead into somebody's own network. */
final class PublicAddress {

    /**
     * IPv4: this network, private (RFC 1918), carrier's (RFC 6598), loopback, link-local with the
     * clouds' metadata, Azure's metadata, protocol assignments, benchmarks, multicast and above.
     */
    private static final List<Block> NOT_PUBLIC_4 =
            List.of(
                    Block.of("00000000", 8),
                    Block.of("0a000000", 8),
                    Block.of("64400000", 10),
                    Block.of("7f000000", 8),
                    Block.of("a9fe0000", 16),
                    Block.of("a83f8110", 32),
                    Block.of("ac100000", 12),
                    Block.of("c0000000", 24),
                    Block.of("c0a80000", 16),
                    Block.of("c6120000", 15),
                    Block.of("e0000000", 3));

    /** IPv6: what is not 2000::/3, and in it Teredo and 6to4, which wrap an IPv4 address. */
    private static final Block GLOBAL_6 = Block.of("20000000000000000000000000000000", 3);

    private static final List<Block> NOT_PUBLIC_6 =
            List.of(
                    Block.of("20010000000000000000000000000000", 32),
                    Block.of("20020000000000000000000000000000", 16));

    private PublicAddress() {}

    /** An IPv4 address that comes mapped into IPv6 is judged as the IPv4 address that it is. */
    static boolean is(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address
                ? NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes))
                : GLOBAL_6.holds(bytes)
                        && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes));
    }

    /** Addresses that begin with the same {@code bits} bits. */
    @SuppressWarnings("ArrayRecordComponent") // a constant; nobody compares blocks
    private record Block(byte[] start, int bits) {

        static Block of(String hex, int bits) {
            return new Block(HexFormat.of().parseHex(hex), bits);
        }

        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if (((address[bit >> 3] ^ start[bit >> 3]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
