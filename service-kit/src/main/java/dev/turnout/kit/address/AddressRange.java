package dev.turnout.kit.address;

import java.math.BigInteger;
import java.net.InetAddress;

/** The addresses that share their first {@code bits} bits. */
record AddressRange(InetAddress first, int bits) {

    static AddressRange of(String first, int bits) {
        return new AddressRange(InetAddress.ofLiteral(first), bits);
    }

    boolean contains(InetAddress address) {
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
