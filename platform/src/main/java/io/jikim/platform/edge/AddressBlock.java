package io.jikim.platform.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/// What one customer of a network provider has: an IPv4 address, or the first 64 bits of an IPv6
/// one, of which anybody has 2^64.
final class AddressBlock {

    private static final int BYTES = 8;

    private AddressBlock() {}

    /// `address` is a literal, as the server gives it; anything else is its own block.
    static String of(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), BYTES))
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
