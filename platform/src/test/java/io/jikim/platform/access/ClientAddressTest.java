package io.jikim.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private final ClientAddress address =
            new ClientAddress(Optional.of(List.of("10.0.0.0/8", "192.168.1.7", "fd00::/9")));

    @Test
    void believes_nobody_who_is_not_a_proxy_of_ours() {
        assertThat(address.of("203.0.113.9", List.of("1.1.1.1"))).isEqualTo("203.0.113.9");
        assertThat(new ClientAddress(Optional.empty()).of("10.0.0.1", List.of("1.1.1.1")))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void takes_the_last_stranger_and_not_what_the_stranger_says() {
        assertThat(address.of("10.0.0.1", List.of("6.6.6.6, 203.0.113.9, 10.2.3.4")))
                .isEqualTo("203.0.113.9");
        assertThat(address.of("192.168.1.7", List.of("6.6.6.6", "203.0.113.9")))
                .isEqualTo("203.0.113.9");
        assertThat(address.of("fd7f::1", List.of("2001:db8::7"))).isEqualTo("2001:db8::7");
    }

    @Test
    void stops_at_what_is_no_address() {
        assertThat(address.of("10.0.0.1", List.of("203.0.113.9, localhost"))).isEqualTo("10.0.0.1");
        assertThat(address.of("10.0.0.1", List.of("999.1.1.1"))).isEqualTo("10.0.0.1");
        assertThat(address.of("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
        assertThat(address.of("fd80::1", List.of("1.1.1.1"))).isEqualTo("fd80::1");
    }
}
