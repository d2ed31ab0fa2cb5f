package io.jikim.retention.systems.application;

import io.jikim.platform.time.Ids;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.application.port.MappingDocuments;
import io.jikim.retention.systems.application.port.OperatorDatabases;
import io.jikim.retention.systems.application.port.SystemUnreachable;
import io.jikim.retention.systems.application.port.Systems;
import io.jikim.retention.systems.domain.ConnectedSystem;
import io.jikim.retention.systems.domain.JdbcUrl;
import io.jikim.retention.systems.domain.Login;
import io.jikim.retention.systems.domain.Mapping;
import io.jikim.retention.systems.domain.MappingCheck;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Use case: a tenant connects one of its databases, or replaces its mapping and login.
@ApplicationScoped
public class RegisterSystem {
    private final MappingDocuments documents;
    private final OperatorDatabases databases;
    private final Systems systems;
    private final Ids ids;

    public RegisterSystem(
            MappingDocuments documents, OperatorDatabases databases, Systems systems, Ids ids) {
        this.documents = documents;
        this.databases = databases;
        this.systems = systems;
        this.ids = ids;
    }

    /// Nothing is stored before the database was reached and the mapping fits it.
    ///
    /// @param document the mapping as JSON
    public Registration register(TenantCode tenant, String document, Login login) {
        return switch (documents.read(document)) {
            case MappingDocuments.Reading.Broken(var problems) ->
                    new Registration.Refused(problems);
            case MappingDocuments.Reading.Read(var mapping) ->
                    register(tenant, document, mapping, login);
        };
    }

    private Registration register(
            TenantCode tenant, String document, Mapping mapping, Login login) {
        if (!JdbcUrl.accepted(login.url())) {
            return new Registration.Refused(
                    List.of(
                            "url must be jdbc:postgresql://host:port/database, at most with ?sslmode=…"));
        }
        try (var session = databases.open(login, mapping)) {
            var problems = MappingCheck.problems(mapping, session.shape());
            if (!problems.isEmpty()) {
                return new Registration.Refused(problems);
            }
        } catch (SystemUnreachable e) {
            return new Registration.Unreachable(String.valueOf(e.getMessage()));
        }
        var known = systems.find(tenant, mapping.system());
        var id = known.map(ConnectedSystem::id).orElseGet(ids::next);
        systems.save(tenant, new ConnectedSystem(id, mapping.system(), mapping, login), document);
        return new Registration.Connected(id);
    }
}
