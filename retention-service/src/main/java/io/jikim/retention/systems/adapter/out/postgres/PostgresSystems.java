package io.jikim.retention.systems.adapter.out.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.jikim.platform.crypto.KeyName;
import io.jikim.platform.crypto.Place;
import io.jikim.platform.crypto.SubjectKeys;
import io.jikim.platform.sql.Rows;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.application.port.MappingDocuments;
import io.jikim.retention.systems.application.port.Systems;
import io.jikim.retention.systems.domain.ConnectedSystem;
import io.jikim.retention.systems.domain.Login;
import io.jikim.retention.systems.domain.Mapping;
import io.jikim.retention.systems.domain.SystemState;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Connected systems in the retention database; a password is sealed under a key of its system.
@ApplicationScoped
class PostgresSystems implements Systems {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Rows rows;
    private final SubjectKeys keys;
    private final MappingDocuments documents;

    PostgresSystems(AgroalDataSource database, SubjectKeys keys, MappingDocuments documents) {
        this.rows = new Rows(database);
        this.keys = keys;
        this.documents = documents;
    }

    @Override
    public void save(TenantCode tenant, ConnectedSystem system, String document) {
        var login = system.login();
        rows.update(
                """
                insert into connected_system (id, tenant, name, url, username, password, mapping)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (tenant, name) do update set id = excluded.id, url = excluded.url, username = excluded.username,
                    password = excluded.password, mapping = excluded.mapping, alarms = '[]', away = null
                """,
                system.id(),
                tenant.code(),
                system.name(),
                login.url(),
                login.user(),
                keys.seal(
                        key(system.id()),
                        place(system.id()),
                        login.password().getBytes(StandardCharsets.UTF_8)),
                document);
    }

    @Override
    public Optional<ConnectedSystem> find(TenantCode tenant, String name) {
        return rows
                .list(
                        "select id, url, username, password, mapping::text from connected_system"
                                + " where tenant = ? and name = ?",
                        row -> system(name, row),
                        tenant.code(),
                        name)
                .stream()
                .findFirst();
    }

    private ConnectedSystem system(String name, ResultSet row) throws SQLException {
        var id = row.getObject(1, UUID.class);
        var password = keys.open(key(id), place(id), row.getBytes(4));
        var login =
                new Login(
                        row.getString(2),
                        row.getString(3),
                        new String(password, StandardCharsets.UTF_8));
        return new ConnectedSystem(id, name, mapping(row.getString(5)), login);
    }

    private Mapping mapping(String document) {
        return switch (documents.read(document)) {
            case MappingDocuments.Reading.Read(var mapping) -> mapping;
            case MappingDocuments.Reading.Broken(var problems) ->
                    throw new IllegalStateException("a stored mapping is broken: " + problems);
        };
    }

    @Override
    public List<SystemState> all(TenantCode tenant) {
        return rows.list(
                "select id, name, connected_at, alarms::text, away from connected_system"
                        + " where tenant = ? order by name",
                row ->
                        new SystemState(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getTimestamp(3).toInstant(),
                                strings(row.getString(4)),
                                row.getString(5)),
                tenant.code());
    }

    @Override
    public void answered(TenantCode tenant, String name, List<String> alarms) {
        rows.update(
                "update connected_system set away = null, alarms = ?::jsonb, asked_at = now()"
                        + " where tenant = ? and name = ?",
                json(alarms),
                tenant.code(),
                name);
    }

    @Override
    public void away(TenantCode tenant, String name, String reason) {
        rows.update(
                "update connected_system set away = ?, asked_at = now()"
                        + " where tenant = ? and name = ?",
                reason,
                tenant.code(),
                name);
    }

    private static String json(List<String> strings) {
        try {
            return JSON.writeValueAsString(strings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> strings(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyName key(UUID system) {
        return KeyName.open(system, "system-password");
    }

    private static Place place(UUID system) {
        return new Place("connected_system", "password", system.toString());
    }
}
