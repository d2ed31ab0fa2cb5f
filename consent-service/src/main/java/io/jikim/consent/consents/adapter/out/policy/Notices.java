package io.jikim.consent.consents.adapter.out.policy;

import io.jikim.consent.consents.domain.Basis;
import io.jikim.consent.consents.domain.Language;
import io.jikim.consent.consents.domain.Notice;
import io.jikim.consent.consents.domain.Notice.Clause;
import io.jikim.consent.consents.domain.PersonKind;
import io.jikim.consent.consents.domain.PolicyInForce;
import io.jikim.consent.policy.domain.Item;
import io.jikim.consent.policy.domain.Purpose;
import io.jikim.consent.policy.domain.Retention.StatutoryRule;
import io.jikim.consent.policy.domain.Terms;
import io.jikim.consent.policy.domain.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says what a policy's terms mean for consents, and words its notices (PIPA Art. 15(2): purpose,
/// items, period, right to refuse and disadvantage).
class Notices {

    private static final Text PURPOSE = new Text("수집·이용 목적", "Purpose");
    private static final Text ITEMS = new Text("수집 항목", "Items");
    private static final Text PERIOD = new Text("보유 및 이용 기간", "Retention and use period");
    private static final Text REFUSAL =
            new Text("거부할 권리와 불이익", "Right to refuse and its disadvantage");

    private final Terms terms;

    private Notices(Terms terms) {
        this.terms = terms;
    }

    static PolicyInForce of(int version, Terms terms) {
        return new PolicyInForce(
                version,
                terms.purposes().stream().map(Notices::purpose).toList(),
                new Notices(terms).all());
    }

    private static io.jikim.consent.consents.domain.Purpose purpose(Purpose purpose) {
        return new io.jikim.consent.consents.domain.Purpose(
                purpose.code(),
                Basis.valueOf(purpose.ground().basis().name()),
                purpose.ground().optional(),
                purpose.kinds().stream()
                        .map(kind -> PersonKind.valueOf(kind.name()))
                        .collect(Collectors.toUnmodifiableSet()),
                purpose.needs().items());
    }

    private List<Notice> all() {
        return terms.purposes().stream()
                .filter(purpose -> purpose.ground().basis() == Purpose.Basis.CONSENT)
                .flatMap(purpose ->
                        purpose.kinds().stream()
                                .sorted()
                                .flatMap(kind -> inEveryLanguage(purpose, kind)))
                .toList();
    }

    private Stream<Notice> inEveryLanguage(
            Purpose purpose, io.jikim.consent.policy.domain.PersonKind kind) {
        return Arrays.stream(Language.values())
                .map(language ->
                        new Notice(
                                purpose.code(),
                                PersonKind.valueOf(kind.name()),
                                language,
                                purpose.ground().optional(),
                                in(language, purpose.name()),
                                clauses(purpose, kind, language)));
    }

    private List<Clause> clauses(
            Purpose purpose, io.jikim.consent.policy.domain.PersonKind kind, Language language) {
        var clauses = new ArrayList<Clause>();
        clauses.add(clause(PURPOSE, in(language, purpose.name()), language));
        clauses.add(clause(ITEMS, items(purpose, kind, language), language));
        clauses.add(clause(PERIOD, period(purpose, language), language));
        var refusal = purpose.ground().refusal();
        if (refusal != null) {
            clauses.add(clause(REFUSAL, in(language, refusal), language));
        }
        return clauses;
    }

    /// Only what is collected from this kind of person.
    private String items(
            Purpose purpose, io.jikim.consent.policy.domain.PersonKind kind, Language language) {
        return terms.items().stream()
                .filter(item -> item.kinds().contains(kind))
                .filter(item -> purpose.needs().items().contains(item.code()))
                .map(Item::name)
                .map(name -> in(language, name))
                .collect(Collectors.joining(", "));
    }

    /// The operator's own sentences, and those of the laws that keep records of this purpose
    /// longer.
    private String period(Purpose purpose, Language language) {
        var statutory =
                terms.retention().law().stream()
                        .filter(rule -> purpose.needs().categories().contains(rule.category()))
                        .map(StatutoryRule::sentence);
        return Stream.concat(terms.retention().company().stream(), statutory)
                .map(sentence -> in(language, sentence))
                .collect(Collectors.joining(" "));
    }

    private static Clause clause(Text heading, String text, Language language) {
        return new Clause(in(language, heading), text);
    }

    private static String in(Language language, Text text) {
        return switch (language) {
            case KO -> text.ko();
            case EN -> text.en();
        };
    }
}
