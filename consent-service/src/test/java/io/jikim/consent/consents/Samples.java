package io.jikim.consent.consents;

import io.jikim.consent.consents.domain.Basis;
import io.jikim.consent.consents.domain.Language;
import io.jikim.consent.consents.domain.Notice;
import io.jikim.consent.consents.domain.Notice.Clause;
import io.jikim.consent.consents.domain.PersonKind;
import io.jikim.consent.consents.domain.PolicyInForce;
import io.jikim.consent.consents.domain.Purpose;
import io.jikim.consent.consents.domain.SubjectRef;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A small policy and its people.
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-03-02T03:00:00Z");
    public static final Notice ADVERTISING_KO =
            notice("advertising", Language.KO, "광고성 정보 제공", "이메일");
    public static final Notice ADVERTISING_EN =
            notice("advertising", Language.EN, "Advertising", "Email");
    public static final Notice SERVICE_EN =
            notice("service", Language.EN, "Service", "Email, name");
    public static final PolicyInForce POLICY =
            new PolicyInForce(
                    1,
                    List.of(
                            purpose("service", Basis.CONSENT, false, List.of("email", "name")),
                            purpose("support", Basis.CONTRACT, false, List.of("name")),
                            purpose("tax", Basis.LAW, false, List.of("name")),
                            purpose("advertising", Basis.CONSENT, true, List.of("email"))),
                    List.of(ADVERTISING_KO, ADVERTISING_EN, SERVICE_EN));

    private Samples() {}

    public static SubjectRef somebody() {
        return new SubjectRef(UUID.randomUUID());
    }

    public static PolicyInForce rewritten(String items) {
        return new PolicyInForce(
                2,
                POLICY.purposes(),
                List.of(notice("advertising", Language.EN, "Advertising", items), SERVICE_EN));
    }

    public static Notice notice(String purpose, Language language, String title, String items) {
        return new Notice(
                purpose,
                PersonKind.USER,
                language,
                purpose.equals("advertising"),
                title,
                List.of(new Clause("Items", items), new Clause("If you refuse", "nothing")));
    }

    private static Purpose purpose(String code, Basis basis, boolean optional, List<String> items) {
        return new Purpose(code, basis, optional, Set.of(PersonKind.USER), items);
    }
}
