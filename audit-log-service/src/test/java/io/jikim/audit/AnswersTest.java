package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jikim.audit.domain.Fact;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "audit-log-service"))
class AnswersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 18);
    private final UUID her = UUID.randomUUID();
    private final UUID another = UUID.randomUUID();
    private final UUID third = UUID.randomUUID();

    @Inject SealedAccesses accesses;

    @TempDir Path directory;
    private Answers answers;

    @BeforeEach
    void of_this_tenant() {
        answers = new Answers(tenant, directory);
    }

    @Test
    void of_a_thousand_accesses_to_fifty_persons_each_is_shown_exactly_hers() {
        var random = new Random(4711);
        var persons = Stream.generate(UUID::randomUUID).limit(50).toList();
        var expected = new HashMap<UUID, Set<String>>();
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < 1_000; i++) {
            var subjects = new HashSet<UUID>();
            for (int n = 0; n <= i % 3; n++) {
                subjects.add(persons.get(random.nextInt(persons.size())));
            }
            var fact = accesses.of(tenant, subjects.toArray(UUID[]::new));
            facts.add(fact);
            for (var subject : subjects) {
                expected.computeIfAbsent(subject, _ -> new HashSet<>())
                        .add(fact.told().event().toString());
            }
        }
        for (int from = 0; from < facts.size(); from += 250) {
            accesses.append(facts.subList(from, from + 250));
        }

        expected.forEach((person, events) -> {
            var pages = answers.own(person);
            var said = answers.verify(pages);
            assertThat(said.text())
                    .contains(
                            "all " + events.size() + " records from number 1 to " + events.size());
            assertThat(said.exit()).isZero();
            assertThat(events(pages)).isEqualTo(events);
        });
    }

    @Test
    void a_record_about_three_shows_one_of_them_nothing_of_the_others_nor_who_it_was() {
        accesses.append(List.of(accesses.of(tenant, another, her, third)));

        var pages = answers.own(her);

        assertThat(pages.getFirst())
                .doesNotContain(another.toString(), third.toString(), "staff-1", "203.0.113");
        assertThat(pages.getFirst()).contains("\"role\"", "CUSTOMER_REQUEST", her.toString());
        assertThat(answers.verify(pages).exit()).isZero();
    }

    @Test
    void an_officer_sees_who_and_from_where_but_not_about_whom_else() {
        accesses.append(List.of(accesses.of(tenant, another, her)));

        var pages = answers.officers(her);

        assertThat(pages.getFirst()).contains("staff-1", "203.0.113.7", "CUSTOMER_REQUEST");
        assertThat(pages.getFirst()).doesNotContain(another.toString());
        assertThat(answers.verify(pages).exit()).isZero();
    }

    @Test
    void the_look_itself_has_the_next_number_and_shows_the_end_of_what_it_saw() {
        accesses.append(List.of(accesses.of(tenant, her), accesses.of(tenant, her, another)));
        var first = answers.own(her);
        assertThat(answers.verify(first).text()).contains("its end: ask again");

        var second = new ArrayList<String>();
        await().untilAsserted(() -> {
            second.clear();
            second.addAll(answers.own(her));
            assertThat(last(second)).isGreaterThan(2);
        });

        var said = answers.verify(Stream.concat(first.stream(), second.stream()).toList());
        assertThat(said.text()).contains("its end: number 3");
        assertThat(said.exit()).isZero();
        assertThat(record(second, 3).getString("disclosed.action.value")).isEqualTo("ANSWER_OWN");
    }

    @Test
    void whichever_record_is_left_out_is_missed() throws JsonProcessingException {
        accesses.append(
                IntStream.range(0, 12).mapToObj(_ -> accesses.of(tenant, her, another)).toList());
        var whole = answers.own(her).getFirst();

        for (int i = 0; i < 12; i++) {
            var spoilt = (ObjectNode) JSON.readTree(whole);
            ((ArrayNode) spoilt.get("records")).remove(i);

            var said = answers.verify(List.of(spoilt.toString()));
            assertThat(said.text()).contains("number " + (i + 1) + " is missing");
            assertThat(said.exit()).isEqualTo(1);
        }
    }

    @Test
    void a_long_answer_has_pages_that_lead_to_one_checkpoint() {
        accesses.append(IntStream.range(0, 230).mapToObj(_ -> accesses.of(tenant, her)).toList());

        var pages = answers.own(her);

        assertThat(pages).hasSize(3);
        assertThat(pages.stream().map(page -> new JsonPath(page).getString("checkpoint")))
                .allMatch(checkpointOf(pages)::equals);
        assertThat(answers.verify(pages).text()).contains("all 230 records from number 1 to 230");
        assertThat(answers.verify(List.of(pages.get(0), pages.get(2))).text())
                .contains("numbers 101 to 200 are missing");
    }

    @Test
    void what_is_told_twice_has_one_number() {
        var told = accesses.of(tenant, her);
        accesses.append(List.of(told, told));
        accesses.append(List.of(told));
        accesses.append(List.of(accesses.of(tenant, her), told));

        assertThat(last(answers.own(her))).isEqualTo(2);
    }

    @Test
    void sequencers_at_once_leave_no_hole_and_give_no_number_twice()
            throws InterruptedException, ExecutionException {
        var persons = List.of(her, another, third);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var work = new ArrayList<Callable<Integer>>();
            for (int worker = 0; worker < 4; worker++) {
                work.add(() -> {
                    for (int batch = 0; batch < 10; batch++) {
                        var mixed = new ArrayList<>(persons);
                        Collections.shuffle(mixed);
                        accesses.append(
                                mixed.stream()
                                        .map(person -> accesses.of(tenant, person, her))
                                        .toList());
                    }
                    return 0;
                });
            }
            for (var done : pool.invokeAll(work)) {
                done.get();
            }
        }

        for (var records : Map.of(her, 120, another, 40, third, 40).entrySet()) {
            var said = answers.verify(answers.own(records.getKey()));
            assertThat(said.text()).contains("all " + records.getValue() + " records");
            assertThat(said.exit()).isZero();
        }
    }

    @Test
    void in_another_tenant_the_same_person_has_no_records_and_no_number() {
        accesses.append(List.of(accesses.of(tenant, her)));
        var elsewhere =
                new Answers("t-" + UUID.randomUUID().toString().substring(0, 18), directory);

        elsewhere
                .officer()
                .get("/v1/access-records/answers/" + her)
                .then()
                .statusCode(404)
                .body("code", equalTo("nothing-kept"));
        elsewhere
                .herself(UUID.randomUUID())
                .get("/v1/me/access-records/answer")
                .then()
                .statusCode(200)
                .body("records.size()", equalTo(0))
                .body("last", equalTo(null));
    }

    @Test
    void where_an_answer_goes_on_is_not_for_others_to_choose() {
        accesses.append(List.of(accesses.of(tenant, her)));
        for (var cursor : List.of("AAAA", of("1:7"), of("a1:0:999999999999"), of("a1:-1:1"))) {
            answers.officer()
                    .queryParam("after", cursor)
                    .get("/v1/access-records/answers/" + her)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("cursor-unknown"));
        }
    }

    private static String of(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> events(List<String> pages) {
        var events = new HashSet<String>();
        for (var page : pages) {
            events.addAll(
                    new JsonPath(page).getList("records.disclosed.event.value", String.class));
        }
        return events;
    }

    private static long last(List<String> pages) {
        return new JsonPath(pages.getFirst()).getLong("last");
    }

    private static JsonPath record(List<String> pages, int number) {
        return new JsonPath(pages.getFirst()).setRootPath("records[" + (number - 1) + "]");
    }

    private static String checkpointOf(List<String> pages) {
        return new JsonPath(pages.getFirst()).getString("checkpoint");
    }
}
