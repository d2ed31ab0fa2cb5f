package io.jikim.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.testkit.access.AccessMatrix.Row;
import io.jikim.testkit.architecture.PublicOperations;
import io.jikim.testkit.stack.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccessMatrixTest {
    private static final AccessMatrix MATRIX = AccessMatrix.read();
    private static final List<String> SERVICES =
            List.of(
                    "consent-service",
                    "identity-verification-service",
                    "audit-log-service",
                    "retention-service");

    @Test
    void every_operation_of_every_document_has_one_row_and_every_row_an_operation() {
        for (var service : SERVICES) {
            assertThat(MATRIX.rows(service).stream().map(Row::operation))
                    .as("the rows of %s in %s", service, AccessMatrix.FILE)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            ApiDocument.of(service).operations().stream()
                                    .map(ApiOperation::line)
                                    .toList());
        }
        assertThat(MATRIX.rows().stream().map(Row::service).distinct())
                .containsExactlyInAnyOrderElementsOf(SERVICES);
    }

    @Test
    void what_answers_without_a_token_is_what_the_list_says() {
        assertThat(
                        MATRIX.rows().stream()
                                .filter(Row::isPublic)
                                .map(Row::operation)
                                .collect(Collectors.toSet()))
                .isEqualTo(PublicOperations.read());
    }

    @Test
    void the_columns_are_the_roles_of_the_realm_and_nobody() throws IOException {
        var realm =
                Files.readString(ProjectRoot.find().resolve("deploy/keycloak/jikim-realm.json"));
        Set<String> named = new HashSet<>(MATRIX.callers());

        assertThat(named.remove(AccessMatrix.NOBODY)).isTrue();
        assertThat(named).hasSize(11).allMatch(role -> realm.contains("\"" + role + "\""));
    }

    @Test
    void somebody_may_use_each_operation_and_nobody_may_use_all() {
        assertThat(MATRIX.rows()).allSatisfy(row -> assertThat(row.allowed()).isNotBlank());
        for (var caller : MATRIX.callers()) {
            assertThat(MATRIX.rows())
                    .anyMatch(row -> row.of(caller) == 403 || row.of(caller) == 401);
        }
    }

    /// `-Djikim.access-matrix.write=true` renews the page.
    @Test
    void the_committed_page_shows_the_table() throws IOException {
        Path page = ProjectRoot.find().resolve("docs/access-matrix.md");
        var text = AccessPage.of(MATRIX);
        if (Boolean.getBoolean("jikim.access-matrix.write")) {
            Files.writeString(page, text);
        }
        assertThat(text)
                .as("docs/access-matrix.md; -Djikim.access-matrix.write=true renews it")
                .isEqualTo(Files.readString(page));
    }

    @Test
    void a_row_with_a_missing_entry_is_refused() {
        assertThatThrownBy(() ->
                        AccessMatrix.parse(List.of("callers A B", "service", "GET /v1/a 200")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("/v1/a");
    }
}
