package io.jikim.retention.erasure.adapter.out.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.platform.crypto.CanonicalJson;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Certificate;
import io.jikim.retention.erasure.domain.Course;
import io.jikim.retention.erasure.domain.Erasure;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Level;
import io.jikim.retention.erasure.domain.Notice;
import io.jikim.retention.erasure.domain.Opening;
import io.jikim.retention.erasure.domain.Outcome;
import io.jikim.retention.erasure.domain.Part;
import io.jikim.retention.erasure.domain.PartState;
import io.jikim.retention.erasure.domain.ParticipantName;
import io.jikim.retention.erasure.domain.Parts;
import io.jikim.retention.erasure.domain.Plan;
import io.jikim.retention.erasure.domain.Residue;
import io.jikim.retention.erasure.domain.Scope;
import io.jikim.retention.erasure.domain.SubjectId;
import io.jikim.retention.erasure.domain.Tally;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.erasure.domain.Verification;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CertificateTextTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void says_where_deleted_rows_may_remain_and_that_the_end_is_unknown_where_it_is() {
        assertThat(CanonicalJson.of(CertificateText.of(certificate(List.of()))))
                .contains(
                        "\"mayRemain\":[{\"until\":\"unknown\",\"where\":\"heap\"},"
                                + "{\"until\":\"unknown\",\"where\":\"wal\"},"
                                + "{\"until\":\"unknown\",\"where\":\"backups\"}]");
        var known = List.of(new Residue("backups", LocalDate.of(2026, 12, 24)));
        assertThat(CanonicalJson.of(CertificateText.of(certificate(known))))
                .contains("\"mayRemain\":[{\"until\":\"2026-12-24\",\"where\":\"backups\"}]");
    }

    @Test
    void says_how_long_this_case_could_have_been_called_back() {
        assertThat(CanonicalJson.of(CertificateText.of(certificate(List.of()))))
                .contains("\"restoreWindowDays\":7");
    }

    @Test
    void says_that_nobody_has_the_address_in_the_numbers_of_the_mail_server() {
        assertThat(
                        CanonicalJson.of(
                                CertificateText.of(
                                        certificate(
                                                List.of(),
                                                new Notice.Undeliverable(NOON, "550 5.1.1")))))
                .contains(
                        "\"notice\":{\"at\":\"2026-11-24T12:00:00Z\",\"reply\":\"550 5.1.1\",\"status\":\"UNDELIVERABLE\"}");
    }

    private static Certificate certificate(List<Residue> residues) {
        return certificate(residues, new Notice.Sent(NOON));
    }

    private static Certificate certificate(List<Residue> residues, Notice notice) {
        var opening =
                new Opening(
                        new ErasureId(new UUID(1, 1)),
                        new TenantCode("ompass"),
                        new SubjectId(new UUID(1, 2)),
                        new Scope.Membership(),
                        new UUID(1, 3),
                        NOON,
                        NOON.plusSeconds(60));
        var done =
                new Part.Done(
                        List.of(Tally.of(new Category("profile"), Outcome.ERASED, 3)),
                        Level.L1,
                        List.of(),
                        residues);
        var part =
                new Part(
                        new ParticipantName("consent-service"),
                        NOON,
                        new PartState.Settled(NOON),
                        done,
                        null,
                        List.of());
        var certified =
                new Erasure.Certified(
                        opening,
                        new Parts(List.of(part)),
                        new Course(new Plan(1, "d", List.of()), 7, 1, Set.of(), NOON, 1, List.of()),
                        new Verification(NOON, List.of()),
                        notice);
        return new Certificate(certified, null, null, NOON);
    }
}
