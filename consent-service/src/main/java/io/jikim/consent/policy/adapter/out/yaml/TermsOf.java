package io.jikim.consent.policy.adapter.out.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import io.jikim.consent.policy.domain.Item;
import io.jikim.consent.policy.domain.PersonKind;
import io.jikim.consent.policy.domain.Purpose;
import io.jikim.consent.policy.domain.Purpose.Basis;
import io.jikim.consent.policy.domain.Retention;
import io.jikim.consent.policy.domain.Retention.StatutoryRule;
import io.jikim.consent.policy.domain.Terms;
import io.jikim.consent.policy.domain.Text;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The terms of a checked document.
class TermsOf {

    private TermsOf() {}

    static Terms document(JsonNode root) {
        return new Terms(
                LocalDate.parse(root.path("effectiveDate").asText()),
                root.path("restoreDays").asInt(),
                root.at("/rights/restrictUseUntilCorrected").asBoolean(),
                list(root.path("purposes"), TermsOf::purpose),
                list(root.path("items"), item -> item(item, root.path("collections"))),
                new Retention(
                        list(root.at("/retention/company/sentences"), TermsOf::text),
                        list(root.at("/retention/law/rules"), TermsOf::rule)));
    }

    private static Purpose purpose(JsonNode node) {
        var refusal = node.path("refusal");
        return new Purpose(
                node.path("code").asText(),
                text(node.path("name")),
                new Purpose.Ground(
                        Basis.valueOf(node.path("basis").asText()),
                        node.path("optional").asBoolean(),
                        refusal.isMissingNode() ? null : text(refusal)),
                kinds(node.path("kinds")),
                new Purpose.Needs(
                        list(node.path("items"), JsonNode::asText),
                        list(node.path("categories"), JsonNode::asText)));
    }

    private static Item item(JsonNode node, JsonNode collections) {
        var code = node.path("code").asText();
        var kinds =
                collections
                        .valueStream()
                        .filter(from -> list(from.path("items"), JsonNode::asText).contains(code))
                        .flatMap(from -> kinds(from.path("kinds")).stream())
                        .collect(Collectors.toUnmodifiableSet());
        return new Item(
                code,
                node.path("category").asText(),
                text(node.path("name")),
                kinds,
                kinds(node.path("required")));
    }

    private static StatutoryRule rule(JsonNode node) {
        return new StatutoryRule(
                node.path("category").asText(),
                Period.parse(node.path("period").asText()),
                node.path("basis").asText(),
                text(node.path("sentence")));
    }

    private static Text text(JsonNode node) {
        return new Text(node.path("ko").asText(), node.path("en").asText());
    }

    private static Set<PersonKind> kinds(JsonNode array) {
        return array.valueStream()
                .map(kind -> PersonKind.valueOf(kind.asText()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
        return array.valueStream().map(element).toList();
    }
}
