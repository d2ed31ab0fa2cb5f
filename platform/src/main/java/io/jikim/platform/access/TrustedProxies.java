package io.jikim.platform.access;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// The networks (CIDR) whose X-Forwarded-For is believed.
class TrustedProxies {

    /// Only literals: a name would be looked up in the DNS at the wish of the sender.
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private final List<Network> networks;

    TrustedProxies(List<String> cidrs) {
        this.networks = cidrs.stream().map(TrustedProxies::network).toList();
    }

    boolean contains(String address) {
        if (!isAddress(address)) {
            return false;
        }
        InetAddress parsed = InetAddress.ofLiteral(address);
        return networks.stream().anyMatch(network -> network.contains(parsed));
    }

    static boolean isAddress(String text) {
        if (!LITERAL.matcher(text).matches()) {
            return false;
        }
        try {
            InetAddress.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Network network(String cidr) {
        String[] parts = cidr.strip().split("/");
        InetAddress start = InetAddress.ofLiteral(parts[0]);
        int all = start.getAddress().length * 8;
        int bits = parts.length > 1 ? Integer.parseInt(parts[1]) : all;
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("Not a network: " + cidr);
        }
        return new Network(start, bits);
    }

    private record Network(InetAddress start, int bits) {

        boolean contains(InetAddress address) {
            byte[] mine = start.getAddress();
            byte[] other = address.getAddress();
            int whole = bits / 8;
            return mine.length == other.length
                    && Arrays.equals(mine, 0, whole, other, 0, whole)
                    && sameRest(mine, other, whole);
        }

        private boolean sameRest(byte[] mine, byte[] other, int whole) {
            int rest = bits % 8;
            return rest == 0 || ((mine[whole] ^ other[whole]) & 0xff) >> (8 - rest) == 0;
        }
    }
}
