package io.jikim.platform.notes;

import io.jikim.platform.access.Access;
import io.jikim.platform.access.AccessRecords;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.crypto.KeyName;
import io.jikim.platform.crypto.Place;
import io.jikim.platform.crypto.SubjectKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

@ApplicationScoped
public class Notes {

    private final DataSource database;
    private final SubjectKeys keys;
    private final CurrentTenant tenant;
    private final AccessRecords records;

    Notes(DataSource database, SubjectKeys keys, CurrentTenant tenant, AccessRecords records) {
        this.database = database;
        this.keys = keys;
        this.tenant = tenant;
        this.records = records;
    }

    @Transactional
    public UUID write(String text) {
        UUID id = UUID.randomUUID();
        byte[] sealed = keys.seal(name(id), place(id), text.getBytes(StandardCharsets.UTF_8));
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into note (id, tenant, text) values (?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setString(2, tenant.get().code());
            insert.setBytes(3, sealed);
            insert.executeUpdate();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Transactional
    public Optional<String> read(UUID id, Access access) {
        records.write(access, "note", List.of(id));
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select text from note where id = ?")) {
            query.setObject(1, id);
            var row = query.executeQuery();
            return row.next()
                    ? Optional.of(text(keys.open(name(id), place(id), row.getBytes(1))))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Every note that the database shows; no condition on the tenant, for that is its business.
    @Transactional
    public List<UUID> all() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select id from note")) {
            List<UUID> ids = new ArrayList<>();
            var row = query.executeQuery();
            while (row.next()) {
                ids.add(row.getObject(1, UUID.class));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyName name(UUID id) {
        return KeyName.open(id, "note");
    }

    private static Place place(UUID id) {
        return new Place("note", "text", id.toString());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
