package io.jikim.consent.consents.application;

import static io.jikim.consent.consents.Samples.NOON;
import static io.jikim.consent.consents.Samples.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.consent.consents.Fakes.InMemoryConsents;
import io.jikim.consent.consents.Fakes.InMemoryMemberships;
import io.jikim.consent.consents.application.port.Remains;
import io.jikim.consent.consents.domain.ConsentFact;
import io.jikim.consent.consents.domain.ConsentId;
import io.jikim.consent.consents.domain.ConsentRecord;
import io.jikim.consent.consents.domain.ConsentRecord.Answer;
import io.jikim.consent.consents.domain.ErasureOrder;
import io.jikim.consent.consents.domain.ErasureOrder.Disposition;
import io.jikim.consent.consents.domain.ErasureOrder.Fate;
import io.jikim.consent.consents.domain.ErasureOrder.Scope;
import io.jikim.consent.consents.domain.Evidence;
import io.jikim.consent.consents.domain.Language;
import io.jikim.consent.consents.domain.Membership;
import io.jikim.consent.consents.domain.Method;
import io.jikim.consent.consents.domain.PersonKind;
import io.jikim.consent.consents.domain.Settlement.Result;
import io.jikim.consent.consents.domain.SubjectRef;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EraseSubjectTest {

    private static final String LAW = "E-Commerce Act Decree Art. 6(1)2";
    private static final Instant A_YEAR_LATER = NOON.plus(Duration.ofDays(365));

    private final InMemoryConsents consents = new InMemoryConsents();
    private final InMemoryMemberships memberships = new InMemoryMemberships();
    private final SubjectRef subject = somebody();
    private final EraseSubject eraseSubject =
            new EraseSubject(memberships, consents, new NothingElse());

    @Test
    void tells_apart_what_the_archive_destroys_on_different_days() {
        var active = Membership.begun(subject, PersonKind.USER);
        memberships.learn(active);
        said(Answer.GIVEN, NOON.minusSeconds(60));
        said(Answer.WITHDRAWN, NOON);
        memberships.end(
                (Membership.Termination.Done) active.terminate(UUID.randomUUID(), 1, A_YEAR_LATER));

        var settlement = eraseSubject.erase(archiving(Period.ofYears(5)));

        assertThat(settlement.results())
                .contains(
                        archived(2, LocalDate.parse("2031-03-02")),
                        archived(1, LocalDate.parse("2032-03-02")));
    }

    private static Result archived(long count, LocalDate until) {
        return new Result(ErasureOrder.CONTRACT_RECORDS, Disposition.ARCHIVE, count, LAW, until);
    }

    private void said(Answer answer, Instant at) {
        var entry =
                new ConsentRecord(
                        new ConsentId(UUID.randomUUID()),
                        subject,
                        "advertising",
                        answer,
                        new Evidence(1, "0".repeat(64), Language.KO, Method.WEB, "staff-1"),
                        at);
        consents.add(entry, new ConsentFact.Withdrawn(entry, List.of()));
    }

    private ErasureOrder archiving(Period period) {
        return new ErasureOrder(
                UUID.randomUUID(),
                subject,
                1,
                Scope.MEMBERSHIP,
                List.of(
                        new Fate(
                                ErasureOrder.CONTRACT_RECORDS,
                                List.of(),
                                Disposition.ARCHIVE,
                                LAW,
                                period,
                                null)),
                A_YEAR_LATER);
    }

    private static final class NothingElse implements Remains {
        @Override
        public long eraseConsents(SubjectRef gone) {
            return 0;
        }

        @Override
        public long eraseRequests(SubjectRef gone) {
            return 0;
        }

        @Override
        public long eraseMembership(SubjectRef gone, UUID caseId) {
            return 1;
        }
    }
}
