package io.jikim.consent.policy.application.port;

import io.jikim.consent.policy.domain.PolicyDocument;
import io.jikim.consent.policy.domain.PolicyError;
import io.jikim.consent.policy.domain.Terms;
import java.util.List;

/// Policies as their authors write them.
public interface PolicyTexts {

    /// Reads a YAML text of at most 256 KiB, and names what is wrong with it at once: the first
    /// hundred errors, and how many more there are.
    Reading read(String yaml);

    /// The terms of a document that [#read] has accepted.
    Terms terms(PolicyDocument document);

    /// What reading a text leads to.
    sealed interface Reading {

        /// Nothing is wrong with it.
        record Accepted(PolicyDocument document) implements Reading {}

        /// The errors, in the order of lines.
        record Rejected(List<PolicyError> errors) implements Reading {

            public Rejected {
                errors = List.copyOf(errors);
            }
        }
    }
}
