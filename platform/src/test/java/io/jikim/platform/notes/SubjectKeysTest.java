package io.jikim.platform.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.platform.crypto.DestroyedKey;
import io.jikim.platform.crypto.KeyDestroyed;
import io.jikim.platform.crypto.KeyName;
import io.jikim.platform.crypto.KeySuspended;
import io.jikim.platform.crypto.Place;
import io.jikim.platform.crypto.SealBroken;
import io.jikim.platform.crypto.SubjectKeys;
import io.jikim.testkit.stack.Stack;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class SubjectKeysTest {

    private static final Place PLACE = new Place("person", "name", "row-1");

    private final UUID subject = UUID.randomUUID();
    private final UUID caseId = UUID.randomUUID();
    private final KeyName profile = KeyName.open(subject, "profile");
    private final KeyName payment = KeyName.open(subject, "payment");

    @Inject SubjectKeys keys;

    @Inject
    @DataSource("keys")
    javax.sql.DataSource database;

    @ConfigProperty(name = "JIKIM_KEYS_URL")
    String url;

    @Test
    void what_is_sealed_opens_at_its_place() {
        byte[] sealed = seal(profile);

        assertThat(open("keys-a", profile, PLACE, sealed)).isEqualTo("Kim");
        assertThat(new String(sealed, UTF_8)).doesNotContain("Kim");
    }

    @Test
    void D1_what_is_moved_to_another_row_column_table_class_subject_or_tenant_does_not_open() {
        byte[] sealed = seal(profile);
        byte[] another = seal(KeyName.open(UUID.randomUUID(), "profile"));
        seal(payment);

        assertBroken("keys-a", profile, new Place("person", "name", "row-2"), sealed);
        assertBroken("keys-a", profile, new Place("person", "phone", "row-1"), sealed);
        assertBroken("keys-a", profile, new Place("staff", "name", "row-1"), sealed);
        assertBroken("keys-a", payment, PLACE, sealed);
        assertBroken("keys-a", profile, PLACE, another);
        assertBroken("keys-b", profile, PLACE, sealed);
        assertBroken("keys-a", profile, PLACE, new byte[3]);
    }

    @Test
    void a_suspended_subject_is_closed_until_it_is_resumed() {
        byte[] sealed = seal(profile);

        in(() -> keys.suspend(subject, caseId));
        assertThatThrownBy(() -> open("keys-a", profile, PLACE, sealed))
                .isInstanceOf(KeySuspended.class);
        assertThatThrownBy(() -> seal(profile)).isInstanceOf(KeySuspended.class);
        assertThatThrownBy(() -> seal(payment)).isInstanceOf(KeySuspended.class);

        in(() -> keys.resume(subject));
        assertThat(open("keys-a", profile, PLACE, sealed)).isEqualTo("Kim");
        assertThat(seal(payment)).isNotEmpty();
    }

    @Test
    void D3_a_destroyed_key_opens_nothing_and_leaves_evidence() {
        byte[] sealed = seal(profile);
        byte[] other = seal(payment);

        List<DestroyedKey> gone = destroy(List.of("profile"));

        assertThat(gone).hasSize(1);
        assertThat(gone.getFirst().commitment()).matches("[0-9a-f]{64}");
        assertThat(destroy(List.of("profile"))).isEqualTo(gone);
        assertThatThrownBy(() -> open("keys-a", profile, PLACE, sealed))
                .isInstanceOf(KeyDestroyed.class);
        in(() -> keys.resume(subject));
        assertThatThrownBy(() -> open("keys-a", profile, PLACE, sealed))
                .isInstanceOf(KeyDestroyed.class);
        assertThat(open("keys-a", payment, PLACE, other)).isEqualTo("Kim");
        assertThat(stored("wrapped_dek is null and canary is not null and state = 'DESTROYED'"))
                .isEqualTo(1);
    }

    @Test
    void a_class_can_begin_anew_but_a_closed_subject_cannot() {
        byte[] before = seal(profile);
        destroy(List.of("profile"));

        byte[] after = seal(profile);
        assertThat(keyId(after)).isNotEqualTo(keyId(before));

        in(() -> keys.suspend(subject, caseId));
        assertThat(destroy(List.of())).hasSize(2);
        in(() -> keys.resume(subject));
        assertThatThrownBy(() -> seal(profile)).isInstanceOf(KeyDestroyed.class);
        assertThatThrownBy(() -> seal(payment)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void one_month_of_the_archive_goes_without_its_neighbours() {
        var may = KeyName.archived(subject, "payment", YearMonth.of(2027, 5));
        var june = KeyName.archived(subject, "payment", YearMonth.of(2027, 6));
        byte[] first = seal(may);
        byte[] second = seal(june);

        DestroyedKey gone = InTenant.call("keys-a", () -> keys.destroy(may, caseId));

        assertThat(gone.keyId()).isEqualTo(keyId(first));
        assertThat(InTenant.call("keys-a", () -> keys.destroy(may, caseId))).isEqualTo(gone);
        assertThatThrownBy(() -> open("keys-a", may, PLACE, first))
                .isInstanceOf(KeyDestroyed.class);
        assertThat(open("keys-a", june, PLACE, second)).isEqualTo("Kim");
        assertThat(stored("kek = 'archive'")).isEqualTo(2);
        assertThatThrownBy(() -> InTenant.call("keys-a", () -> keys.destroy(payment, caseId)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void many_at_once_make_one_key() throws Exception {
        Set<UUID> used = new HashSet<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> running = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                running.add(threads.submit(() -> seal(profile)));
            }
            for (var sealed : running) {
                used.add(keyId(sealed.get()));
                assertThat(open("keys-a", profile, PLACE, sealed.get())).isEqualTo("Kim");
            }
        }
        assertThat(used).hasSize(1);
    }

    @Test
    void another_service_sees_no_key_of_ours() throws SQLException {
        seal(profile);

        try (var connection = DriverManager.getConnection(url, "keys_identity", "keys_identity");
                var count = connection.createStatement()) {
            var row =
                    count.executeQuery(
                            "select count(*) from subject_key where subject = '" + subject + "'");
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    @Test
    void a_tombstone_can_be_neither_deleted_nor_revived() throws SQLException {
        seal(profile);
        destroy(List.of());

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("delete from subject_key"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() ->
                            statement.executeUpdate(
                                    "update subject_key set state = 'ACTIVE',"
                                            + " wrapped_dek = 'x', destroyed_at = null"
                                            + " where subject = '"
                                            + subject
                                            + "'"))
                    .hasMessageContaining("stays destroyed");
        }
    }

    private byte[] seal(KeyName name) {
        return InTenant.call("keys-a", () -> keys.seal(name, PLACE, "Kim".getBytes(UTF_8)));
    }

    private String open(String tenant, KeyName name, Place place, byte[] sealed) {
        return InTenant.call(tenant, () -> new String(keys.open(name, place, sealed), UTF_8));
    }

    private void assertBroken(String tenant, KeyName name, Place place, byte[] sealed) {
        assertThatThrownBy(() -> open(tenant, name, place, sealed)).isInstanceOf(SealBroken.class);
    }

    private List<DestroyedKey> destroy(List<String> classes) {
        return InTenant.call("keys-a", () -> keys.destroy(subject, classes, caseId));
    }

    private void in(Runnable work) {
        InTenant.run("keys-a", work);
    }

    private int stored(String condition) {
        try (var connection = database.getConnection();
                var count =
                        connection.prepareStatement(
                                "select count(*) from subject_key where subject = ? and "
                                        + condition)) {
            count.setObject(1, subject);
            var row = count.executeQuery();
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID keyId(byte[] sealed) {
        var id = ByteBuffer.wrap(sealed, 1, 16);
        return new UUID(id.getLong(), id.getLong());
    }
}
