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

/// Policies in YAML: first the syntax, then the schema and what a schema cannot say, together.
@ApplicationScoped
public class YamlPolicyTexts implements PolicyTexts {

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
            errors.sort(
                    Comparator.comparingInt(PolicyError::line).thenComparing(PolicyError::path));
            return new Reading.Rejected(errors.stream().distinct().toList());
        }
        return new Reading.Accepted(new PolicyDocument(Canonical.json(tree.root())));
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
