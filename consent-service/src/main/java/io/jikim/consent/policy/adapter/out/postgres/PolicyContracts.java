package io.jikim.consent.policy.adapter.out.postgres;

import io.jikim.consent.policy.domain.PersonKind;
import io.jikim.consent.policy.domain.PolicyVersion;
import io.jikim.consent.policy.domain.Terms;
import io.jikim.contracts.Kind;
import io.jikim.contracts.PolicyPublished;
import io.jikim.contracts.PolicyPublished.Basis;
import io.jikim.contracts.PolicyPublished.Item;
import io.jikim.contracts.PolicyPublished.Purpose;
import io.jikim.contracts.PolicyPublished.RetentionRule;
import java.util.Set;
import java.util.stream.Collectors;

/// What the other services are told of a policy: everything they obey.
class PolicyContracts {

    private PolicyContracts() {}

    static PolicyPublished of(PolicyVersion version, Terms terms) {
        return new PolicyPublished(
                version.number(),
                version.document().digest(),
                terms.effectiveDate(),
                terms.restoreDays(),
                terms.purposes().stream().map(PolicyContracts::purpose).toList(),
                terms.items().stream().map(PolicyContracts::item).toList(),
                terms.retention().law().stream()
                        .map(rule ->
                                new RetentionRule(rule.category(), rule.period(), rule.basis()))
                        .toList());
    }

    private static Purpose purpose(io.jikim.consent.policy.domain.Purpose purpose) {
        return new Purpose(
                purpose.code(),
                Basis.valueOf(purpose.ground().basis().name()),
                purpose.ground().optional(),
                kinds(purpose.kinds()),
                purpose.needs().items(),
                purpose.needs().categories());
    }

    private static Item item(io.jikim.consent.policy.domain.Item item) {
        return new Item(item.code(), item.category(), kinds(item.kinds()), kinds(item.required()));
    }

    private static Set<Kind> kinds(Set<PersonKind> kinds) {
        return kinds.stream()
                .map(kind -> Kind.valueOf(kind.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
