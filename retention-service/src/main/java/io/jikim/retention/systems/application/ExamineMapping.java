package io.jikim.retention.systems.application;

import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.systems.application.port.MappingDocuments;
import io.jikim.retention.systems.application.port.OperatorDatabases;
import io.jikim.retention.systems.application.port.SystemUnreachable;
import io.jikim.retention.systems.domain.JdbcUrl;
import io.jikim.retention.systems.domain.Login;
import io.jikim.retention.systems.domain.Mapping;
import io.jikim.retention.systems.domain.MappingCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/// Use case: before a system is connected, its mapping is compared with the published policy and
/// with its database.
@ApplicationScoped
public class ExamineMapping {
    private final MappingDocuments documents;
    private final OperatorDatabases databases;
    private final Policies policies;

    public ExamineMapping(
            MappingDocuments documents, OperatorDatabases databases, Policies policies) {
        this.documents = documents;
        this.databases = databases;
        this.policies = policies;
    }

    /// @param document the mapping as JSON
    public Examination examine(String document, Login login) {
        if (!JdbcUrl.accepted(login.url())) {
            return new Examination.Refused(
                    List.of(
                            "url must be a JDBC address of PostgreSQL (host:port/database), at most with"
                                    + " ?sslmode=…"));
        }
        return switch (documents.read(document)) {
            case MappingDocuments.Reading.Broken(var problems) -> new Examination.Refused(problems);
            case MappingDocuments.Reading.Read(var mapping) -> compare(mapping, login);
        };
    }

    private Examination compare(Mapping mapping, Login login) {
        try (var session = databases.open(login, mapping)) {
            var problems = new ArrayList<>(MappingCheck.problems(mapping, session.shape()));
            problems.addAll(strangers(mapping));
            return problems.isEmpty()
                    ? new Examination.Fits(mapping)
                    : new Examination.Refused(problems);
        } catch (SystemUnreachable e) {
            return new Examination.Unreachable(String.valueOf(e.getMessage()));
        }
    }

    private List<String> strangers(Mapping mapping) {
        return policies.current()
                .map(rules -> MappingCheck.strangers(mapping, rules.categories()))
                .orElseGet(() ->
                        List.of("no policy is published whose categories the mapping could name"));
    }
}
