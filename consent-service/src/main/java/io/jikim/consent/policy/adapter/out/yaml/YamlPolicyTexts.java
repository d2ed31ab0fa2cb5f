package io.jikim.consent.policy.adapter.out.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jikim.consent.policy.application.port.PolicyTexts;
import io.jikim.consent.policy.domain.PolicyDocument;
import io.jikim.consent.policy.domain.PolicyError;
import io.jikim.consent.policy.domain.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Policies in YAML: first the syntax, then the schema and what a schema cannot say, together.
@ApplicationScoped
public class YamlPolicyTexts implements PolicyTexts {

    private static final int MOST_ERRORS = 100;

    private final PolicySchema schema = new PolicySchema();
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public Reading read(String yaml) {
        var tree = YamlTree.of(yaml);
        var errors = new ArrayList<>(tree.errors());
        if (errors.isEmpty()) {
            errors.addAll(schema.check(tree));
            errors.addAll(new Meaning(tree).check());
        }
        if (!errors.isEmpty()) {
            return new Reading.Rejected(told(errors));
        }
        return new Reading.Accepted(new PolicyDocument(Canonical.json(tree.root())));
    }

    /// Each error once, in the order of lines; of very many the first, and how many there are.
    private static List<PolicyError> told(List<PolicyError> errors) {
        var all =
                errors.stream()
                        .distinct()
                        .sorted(
                                Comparator.comparingInt(PolicyError::line)
                                        .thenComparing(PolicyError::path))
                        .toList();
        if (all.size() <= MOST_ERRORS) {
            return all;
        }
        var first = new ArrayList<>(all.subList(0, MOST_ERRORS));
        int line = all.get(MOST_ERRORS).line();
        var more = (all.size() - MOST_ERRORS) + " more errors follow from here on.";
        first.add(new PolicyError("", line, "too-many-errors", more));
        return first;
    }

    @Override
    public Terms terms(PolicyDocument document) {
        try {
            return TermsOf.document(json.readTree(document.canonicalJson()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored policy is JSON", e);
        }
    }
}
