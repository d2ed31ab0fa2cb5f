package io.jikim.retention.systems.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.retention.erasure.domain.Basis;
import io.jikim.retention.erasure.domain.Category;
import io.jikim.retention.erasure.domain.Disposition;
import io.jikim.retention.erasure.domain.ItemCode;
import io.jikim.retention.erasure.domain.Outcome;
import io.jikim.retention.erasure.domain.PlanLine;
import io.jikim.retention.erasure.domain.PurposeCode;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkPlanTest {
    private static final Category CONTRACTS = new Category("contract-records");
    private static final Basis LAW = new Basis("law", Period.ofYears(5));
    private static final Column PARTY =
            new Column("party", Column.Treatment.ARCHIVE, "party-name", null);
    private static final Column PHONE = new Column("phone", Column.Treatment.ERASE, "phone", null);
    private static final Column MEMO = new Column("memo", Column.Treatment.ERASE, null, null);

    @Test
    void a_whole_statutory_category_is_archived() {
        assertThat(todo(PlanLine.whole(CONTRACTS, new Disposition.Archive(LAW))))
                .isEqualTo(new Step.Todo.Archive(LAW));
    }

    @Test
    void a_row_that_another_purpose_needs_loses_only_withdrawn_items_that_no_law_keeps() {
        assertThat(todo(archived("phone", "party-name"), kept("other")))
                .isEqualTo(new Step.Todo.Blank(List.of(PHONE), Outcome.ERASED));
    }

    @Test
    void withdrawn_items_that_a_law_keeps_stay_in_a_row_that_stays() {
        assertThat(todo(archived("party-name"), kept("phone")))
                .isEqualTo(new Step.Todo.Leave(Outcome.KEPT));
    }

    @Test
    void withdrawn_items_that_the_table_does_not_have_leave_its_rows_alone() {
        assertThat(todo(archived("other"), kept("phone")))
                .isEqualTo(new Step.Todo.Leave(Outcome.KEPT));
    }

    private static PlanLine archived(String... items) {
        return new PlanLine(CONTRACTS, items(items), new Disposition.Archive(LAW));
    }

    private static PlanLine kept(String... items) {
        return new PlanLine(
                CONTRACTS,
                items(items),
                new Disposition.Keep(Set.of(new PurposeCode("service-supply"))));
    }

    private static Set<ItemCode> items(String... codes) {
        return Set.copyOf(Stream.of(codes).map(ItemCode::new).toList());
    }

    private static Step.Todo todo(PlanLine... lines) {
        var about =
                new About(
                        CONTRACTS.code(),
                        new Reach.Person(
                                PersonKind.ADMINISTRATOR, Reach.Alias.EXTERNAL_ID, "administrator"),
                        About.Action.ARCHIVE,
                        List.of(),
                        List.of(),
                        List.of("signed_on"));
        var table =
                new MappedTable(
                        "contracts",
                        List.of("id"),
                        Map.of("party", PARTY, "phone", PHONE, "memo", MEMO),
                        List.of(about));
        var mapping =
                new Mapping("ompass", "public", ZoneId.of("Asia/Seoul"), null, List.of(table));
        return WorkPlan.of(mapping, PersonKind.ADMINISTRATOR, List.of(lines), List.of())
                .steps()
                .getFirst()
                .todo();
    }
}
