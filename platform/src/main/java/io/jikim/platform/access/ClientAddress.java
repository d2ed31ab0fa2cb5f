package io.jikim.platform.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Tells a client's address from what the proxies on the way say.
///
/// Each proxy appends the address it was called from, so only the right end of the list can be
/// believed: it is read from right to left, past the proxies we trust, to the first stranger.
@ApplicationScoped
class ClientAddress {

    private final TrustedProxies proxies;

    ClientAddress(@ConfigProperty(name = "jikim.trusted-proxies") Optional<List<String>> trusted) {
        this.proxies = new TrustedProxies(trusted.orElse(List.of()));
    }

    /// `forwarded`: the values of all X-Forwarded-For headers, in the order they came.
    String of(String peer, List<String> forwarded) {
        String seen = peer;
        var hops = String.join(",", forwarded).split(",");
        for (int i = hops.length - 1; i >= 0 && proxies.contains(seen); i--) {
            String hop = hops[i].strip();
            if (!TrustedProxies.isAddress(hop)) {
                break;
            }
            seen = hop;
        }
        return seen;
    }
}
