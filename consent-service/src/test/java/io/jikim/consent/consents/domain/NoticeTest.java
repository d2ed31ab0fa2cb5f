package io.jikim.consent.consents.domain;

import static io.jikim.consent.consents.Samples.notice;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticeTest {

    private final Notice notice = notice("advertising", Language.EN, "Advertising", "Email");

    @Test
    void shows_every_clause_under_its_title() {
        assertThat(notice.text()).isEqualTo("Advertising\nItems: Email\nIf you refuse: nothing\n");
    }

    @Test
    void has_the_digest_of_exactly_that_text() {
        assertThat(notice.digest())
                .isEqualTo("93114809a6bf0cc4159f22c5d5c61b72e70450ddf44a387ec3c872662b7d7c43");
    }

    @Test
    void is_another_one_when_a_word_changes() {
        var wider = notice("advertising", Language.EN, "Advertising", "Email, phone");

        assertThat(wider.digest()).isNotEqualTo(notice.digest());
    }
}
