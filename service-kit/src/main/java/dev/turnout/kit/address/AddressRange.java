package dev.turnout.kit.address;

import java.math.BigInteger;
import java.net.InetAddress;

/** The addresses that share their first {@code bits} bits. */
public record AddressRange(InetAddress first, int bits) {

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address; {@link
     * IllegalArgumentException} for what is none of them.
     */
    public static AddressRange of(String written) {
        int slash = written.indexOf('/');
        var first = InetAddress.ofLiteral(slash < 0 ? written : written.substring(0, slash));
        int most = first.getAddress().length * Byte.SIZE;
        int bits = slash < 0 ? most : Integer.parseInt(written.substring(slash + 1));
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException(
                    "a network is written like 10.0.0.0/8, not " + written);
        }
        return new AddressRange(first, bits);
    }

    static AddressRange of(String first, int bits) {
        return new AddressRange(InetAddress.ofLiteral(first), bits);
    }

    /** Whether the address, of the same family, is one of them. */
    public boolean contains(InetAddress address) {
        int length = address.getAddress().length;
        if (length != first.getAddress().length) {
            return false;
        }
        int rest = length * Byte.SIZE - bits;
        return number(address).shiftRight(rest).equals(number(first).shiftRight(rest));
    }

    private static BigInteger number(InetAddress address) {
        return new BigInteger(1, address.getAddress());
    }
}
