package io.jikim.identity.people.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ada@example.org, ada@example.org",
        "' ada@example.org ', ada@example.org",
        "Ada@EXAMPLE.org, Ada@example.org",
        "ada+tag@example.org, ada+tag@example.org",
        "ada@한국.kr, ada@xn--3e0b707e.kr",
        "ada＠example.org, ada@example.org",
        "o'neil@example.org, o'neil@example.org"
    })
    void has_one_form(String written, String form) {
        var address = EmailAddress.of(written);

        assertThat(address.value()).isEqualTo(form);
        assertThat(EmailAddress.of(address.value())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@localhost",
                "ada@[127.0.0.1]",
                "ada@example.org.",
                "ada@example..org",
                "ada..b@example.org",
                ".ada@example.org",
                "ada b@example.org",
                "\"ada\"@example.org",
                "ada@example.org\r\nBcc: eve@example.org",
                "ada\u2028@example.org",
                "ada\u202e@example.org",
                "아다@example.org",
                "a@b@example.org",
                "ada@exa_mple.org"
            })
    void refuses_what_no_mail_can_be_sent_to(String written) {
        assertThatThrownBy(() -> EmailAddress.of(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This is no address that mail can be sent to");
    }

    @Test
    void folds_case_for_comparing_only() {
        assertThat(EmailAddress.of("Ada@Example.org").folded())
                .isEqualTo(EmailAddress.of("ada@example.ORG").folded());
    }
}
