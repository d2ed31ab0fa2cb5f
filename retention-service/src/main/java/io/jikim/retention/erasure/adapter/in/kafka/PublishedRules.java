package io.jikim.retention.erasure.adapter.in.kafka;

import io.jikim.contracts.PolicyPublished;
import io.jikim.retention.erasure.domain.Basis;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.ItemCode;
import io.jikim.retention.erasure.domain.PolicyRules;
import io.jikim.retention.erasure.domain.PurposeCode;
import io.jikim.retention.erasure.domain.PurposeRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A published policy as the rules that erasure works by.
final class PublishedRules {
    private PublishedRules() {}

    static PolicyRules of(PolicyPublished published) {
        return new PolicyRules(
                published.version(),
                published.digest(),
                published.restoreDays(),
                published.purposes().stream().map(PublishedRules::purpose).toList(),
                published.items().stream()
                        .collect(
                                Collectors.toMap(
                                        item -> new ItemCode(item.code()),
                                        item -> new Category(item.category()))),
                published.retentionRules().stream()
                        .collect(
                                Collectors.toMap(
                                        rule -> new Category(rule.category()),
                                        rule -> new Basis(rule.basis(), rule.period()))));
    }

    private static PurposeRule purpose(PolicyPublished.Purpose purpose) {
        return new PurposeRule(
                new PurposeCode(purpose.code()),
                set(purpose.items(), ItemCode::new),
                set(purpose.categories(), Category::new));
    }

    private static <T> Set<T> set(List<String> codes, Function<String, T> type) {
        return new HashSet<>(codes.stream().map(type).toList());
    }
}
