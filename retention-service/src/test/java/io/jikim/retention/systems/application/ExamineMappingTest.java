package io.jikim.retention.systems.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.examples.ompass.OmpassDatabase;
import io.jikim.platform.time.Ids;
import io.jikim.retention.erasure.application.port.Policies;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.PolicyRules;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.adapter.out.jdbc.JdbcForTests;
import io.jikim.retention.systems.adapter.out.json.JsonForTests;
import io.jikim.retention.systems.domain.Login;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamineMappingTest {
    private static final Operator OPERATOR = Operator.with(20);
    private static final String MAPPING = OmpassDatabase.mapping();

    private final ExamineMapping examine = examining(Optional.of(World.rules()));

    @Test
    void the_mapping_of_the_example_fits_its_database() {
        assertThat(examine(MAPPING)).isInstanceOf(Examination.Fits.class);
    }

    @Test
    void connecting_again_replaces_the_mapping_and_keeps_the_id() {
        var memory = new World.Memory();
        var connect = new ConnectSystem(memory, Ids.version7());
        var tenant = new TenantCode("t");
        var mapping = JsonForTests.mapping(MAPPING);
        var first = connect.connect(tenant, MAPPING, mapping, OPERATOR.login);

        assertThat(connect.connect(tenant, MAPPING, mapping, OPERATOR.login)).isEqualTo(first);
        assertThat(memory.systems).containsOnlyKeys("ompass");
    }

    @Test
    void everything_that_does_not_fit_is_named_at_once() {
        String broken =
                MAPPING.replace("\"table\":\"cookies\"", "\"table\":\"biscuits\"")
                        .replace("\"sales_memo\":\"erase\"", "\"sales_note\":\"erase\"")
                        .replace("\"legalEvent\":[\"paid_at\"]", "\"legalEvent\":[\"method\"]")
                        .replace("{\"as\":\"archive\",\"blank\":\"erased-{key}\"}", "\"archive\"");

        assertThat(refusal(broken))
                .contains(
                        "unknown table biscuits",
                        "unknown column contracts.sales_note",
                        "column contracts.sales_memo has no disposition",
                        "legal event payments.method is no date but character varying(16)",
                        "column contracts.contract_no must not be null and has no blank",
                        "table cookies refers to administrators and is unmapped");
    }

    @Test
    void a_column_without_a_disposition_is_refused_by_name() {
        assertThat(refusal(MAPPING.replace("\"sales_memo\":\"erase\"", "\"ended_on\":\"archive\"")))
                .containsExactly("column contracts.sales_memo has no disposition");
    }

    @Test
    void a_category_that_the_policy_does_not_have_is_refused_by_name_and_place() {
        assertThat(refusal(MAPPING.replace("\"category\":\"cookies\"", "\"category\":\"zzz\"")))
                .containsExactly(
                        "/tables/12/about/0/category: zzz is no category of the published policy",
                        "/tables/12/about/1/category: zzz is no category of the published policy",
                        "/tables/12/about/2/category: zzz is no category of the published policy");
    }

    @Test
    void without_a_published_policy_no_mapping_is_taken() {
        assertThat(examining(Optional.empty()).examine(MAPPING, OPERATOR.login))
                .isEqualTo(
                        new Examination.Refused(
                                List.of(
                                        "no policy is published whose categories the mapping could"
                                                + " name")));
    }

    @Test
    void what_does_not_obey_the_schema_is_refused_with_its_place() {
        assertThat(refusal(MAPPING.replace("\"do\":\"archive\"", "\"do\":\"forget\"")))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith("/tables/"));
        assertThat(refusal("{")).containsExactly("the mapping is no JSON document");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/x?socketFactory=java.io.FileOutputStream",
                "jdbc:h2:mem:x",
                "jdbc:postgresql://localhost/x?sslmode=require&loggerFile=/tmp/x"
            })
    void an_address_with_more_than_a_place_is_refused(String url) {
        assertThat(examine.examine(MAPPING, new Login(url, "a", "b")))
                .isInstanceOf(Examination.Refused.class);
    }

    @Test
    void a_database_that_does_not_answer_is_not_connected() {
        var login = new Login("jdbc:postgresql://localhost:1/none", "a", "b");

        assertThat(examine.examine(MAPPING, login))
                .isEqualTo(new Examination.Unreachable("unreachable"));
    }

    private static ExamineMapping examining(Optional<PolicyRules> published) {
        var policies =
                new Policies() {
                    @Override
                    public Optional<PolicyRules> current() {
                        return published;
                    }

                    @Override
                    public Set<Category> categories() {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public void adopt(PolicyRules rules) {
                        throw new UnsupportedOperationException();
                    }
                };
        return new ExamineMapping(
                JsonForTests.documents(), JdbcForTests.operatorDatabases(), policies);
    }

    private Examination examine(String mapping) {
        return examine.examine(mapping, OPERATOR.login);
    }

    private List<String> refusal(String mapping) {
        return ((Examination.Refused) examine(mapping)).problems();
    }
}
