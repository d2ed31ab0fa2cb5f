package io.jikim.consent.policy.adapter.out.yaml;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.jikim.consent.Portal;
import io.jikim.consent.policy.application.port.PolicyTexts.Reading;
import io.jikim.consent.policy.domain.PersonKind;
import io.jikim.consent.policy.domain.PolicyDocument;
import io.jikim.consent.policy.domain.PolicyError;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlPolicyTextsTest {

    private static final String OMPASS = Portal.ompass();

    private final YamlPolicyTexts texts = new YamlPolicyTexts();

    @Test
    void the_policy_of_ompass_is_accepted() {
        var terms = texts.terms(accepted(OMPASS));

        assertThat(terms.effectiveDate()).isEqualTo(LocalDate.parse("2022-03-01"));
        assertThat(terms.restrictUseUntilCorrected()).isTrue();
        assertThat(terms.purposes()).hasSize(8);
        assertThat(terms.retention().law())
                .extracting(rule -> rule.category() + " " + rule.period())
                .containsExactly(
                        "contract-records P5Y", "payment-records P5Y", "complaint-records P3Y");
        assertThat(terms.retention().law().getFirst().period()).isEqualTo(Period.ofYears(5));
    }

    @Test
    void an_item_is_of_everybody_it_is_collected_from() {
        var items = texts.terms(accepted(OMPASS)).items();

        assertThat(items)
                .filteredOn(item -> item.code().equals("email"))
                .first()
                .satisfies(email -> {
                    assertThat(email.kinds()).containsExactlyInAnyOrder(PersonKind.values());
                    assertThat(email.required()).containsExactlyInAnyOrder(PersonKind.values());
                });
        assertThat(items)
                .filteredOn(item -> item.code().equals("company-name"))
                .first()
                .satisfies(company ->
                        assertThat(company.kinds()).isEqualTo(Set.of(PersonKind.ADMINISTRATOR)));
    }

    @Test
    void comments_and_the_order_of_keys_do_not_change_the_digest() {
        var moved = "# moved\nrestoreDays: 0\n" + OMPASS.replaceFirst("(?m)^restoreDays: 0\n", "");

        assertThat(accepted(moved).digest()).isEqualTo(accepted(OMPASS).digest());
        assertThat(accepted(OMPASS.replace("restoreDays: 0", "restoreDays: 1")).digest())
                .isNotEqualTo(accepted(OMPASS).digest());
    }

    @Test
    void every_error_is_told_at_once_with_its_place() {
        var broken =
                OMPASS.replace("effectiveDate: 2022-03-01", "effectiveDate: 2022-02-30")
                        .replace("service: { ko: OMPASS, en: OMPASS }", "service: { ko: OMPASS }")
                        .replace(
                                "items: [email, country-code, phone-number, cookies]",
                                "items: [email, shoe-size]")
                        .replace("period: P3Y", "period: P0D")
                        .replace("category: payment-records\n        period", "period");

        assertThat(errors(broken))
                .extracting(error -> error.line() + " " + error.path() + " " + error.code())
                .contains(
                        lineOf(broken, "effectiveDate:") + " /effectiveDate date",
                        lineOf(broken, "service: {") + " /service/en required",
                        lineOf(broken, "shoe-size") + " /purposes/6/items/1 unknown-item",
                        lineOf(broken, "period: P0D") + " /retention/law/rules/2/period period")
                .anyMatch(error -> error.endsWith("/retention/law/rules/1/category required"))
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P0D",
                "P100Y1D",
                "P99Y13M",
                "P36526D",
                "P999999Y",
                "P99999999Y",
                "P999999999Y",
                "P99999999999Y"
            })
    void a_statutory_period_that_no_case_could_wait_for_is_an_error(String period) {
        var broken = OMPASS.replace("period: P3Y", "period: " + period);

        assertThat(errors(broken))
                .extracting(error -> error.line() + " " + error.path() + " " + error.code())
                .containsExactly(
                        lineOf(broken, "period: " + period)
                                + " /retention/law/rules/2/period period");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P100Y", "P1200M", "P36525D"})
    void a_statutory_period_is_a_day_to_a_hundred_years(String period) {
        var terms = texts.terms(accepted(OMPASS.replace("period: P3Y", "period: " + period)));

        assertThat(terms.retention().law().getLast().period()).isEqualTo(Period.parse(period));
    }

    @Test
    void a_statutory_rule_needs_its_law() {
        var broken = OMPASS.replaceFirst("(?m)^ +basis: \"전자상거래법[^\n]*\n", "");

        assertThat(errors(broken))
                .extracting(PolicyError::path, PolicyError::code)
                .containsExactly(tuple("/retention/law/rules/0/basis", "required"));
    }

    @Test
    void codes_are_used_once() {
        var broken = OMPASS.replace("- { code: cookies, name:", "- { code: profile, name:");

        assertThat(errors(broken))
                .extracting(PolicyError::code)
                .contains("duplicate", "unknown-category");
    }

    @Test
    void an_item_that_nobody_collects_or_needs_is_an_error() {
        var broken =
                OMPASS.replace(
                        "items:\n  - { code: first-name",
                        "items:\n  - { code: shoe-size, category: profile, name: { ko: 신발, en: Shoe"
                                + " } }\n  - { code: first-name");

        assertThat(errors(broken))
                .extracting(PolicyError::code)
                .containsExactly("not-collected", "not-used");
    }

    @Test
    void an_unknown_key_is_an_error_where_it_stands() {
        var broken = OMPASS.replace("restoreDays: 0", "restoreDays: 0\nretoreDays: 1");

        assertThat(errors(broken))
                .extracting(PolicyError::path, PolicyError::line)
                .containsExactly(tuple("/retoreDays", lineOf(broken, "retoreDays: 1")));
    }

    @Test
    void a_key_that_stands_twice_is_an_error() {
        assertThat(errors(OMPASS + "\nrestoreDays: 1\n"))
                .extracting(PolicyError::code)
                .containsExactly("duplicate-key");
    }

    @Test
    void aliases_and_tags_are_not_read() {
        assertThat(errors("a: &x [1]\nb: *x\nc: !!java.net.URL [\"http://localhost\"]\n"))
                .extracting(error -> error.line() + " " + error.code())
                .containsExactly("1 alias", "2 alias", "3 tag");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x [1]\n",
                "a: *x\n",
                "<<: *x\n",
                "&x a: 1\n",
                "a: !!str 1\n",
                "!secret a: 1\n",
                "!<tag:example.org,2026:x> {}\n"
            })
    void whatever_is_more_than_json_is_named(String yaml) {
        assertThat(errors(yaml)).extracting(PolicyError::code).isSubsetOf("alias", "tag");
    }

    static Stream<String> deep() {
        return Stream.of(
                "[".repeat(80_000),
                "[\n".repeat(80_000),
                "{".repeat(80_000),
                "{a: ".repeat(60_000),
                "a: [".repeat(2) + "[".repeat(80_000),
                "- ".repeat(80_000),
                "? ".repeat(80_000),
                IntStream.range(0, 600).mapToObj(n -> " ".repeat(n) + "a:\n").collect(joining()));
    }

    @ParameterizedTest
    @MethodSource("deep")
    void what_is_nested_deeper_than_any_policy_is_not_read_on(String yaml) {
        var errors = assertTimeout(Duration.ofSeconds(2), () -> errors(yaml));

        assertThat(errors)
                .extracting(PolicyError::code)
                .containsAnyOf("depth", "syntax")
                .hasSize(1);
    }

    @Test
    void a_policy_of_the_depth_that_is_read_is_told_its_other_errors() {
        assertThat(errors("a: " + "[".repeat(29) + "]".repeat(29)))
                .extracting(PolicyError::code)
                .doesNotContain("depth")
                .contains("required");
        assertThat(errors("a: " + "[".repeat(30) + "]".repeat(30)))
                .extracting(PolicyError::code)
                .containsExactly("depth");
    }

    @Test
    void a_text_that_is_too_long_is_not_read() {
        assertThat(errors("#".repeat(256 * 1024 + 1)))
                .extracting(PolicyError::code)
                .containsExactly("too-large");
    }

    @Test
    void of_thousands_of_errors_the_first_are_told_and_how_many_follow() {
        var wrong =
                IntStream.range(0, 5_000)
                        .mapToObj(n -> "  - { code: i" + n + ", category: none }\n")
                        .collect(joining("", "items:\n", ""));
        var errors = assertTimeout(Duration.ofSeconds(10), () -> errors(wrong));

        assertThat(errors).hasSize(101);
        assertThat(errors.getLast().code()).isEqualTo("too-many-errors");
        assertThat(errors.getLast().detail())
                .matches("[0-9]{5} more errors follow from here on\\.");
    }

    @Test
    void a_key_like_none_of_a_policy_is_told_before_it_is_repeated_for_every_value() {
        var yaml = "? " + "k".repeat(120_000) + "\n: [" + "1,".repeat(60_000) + "1]\n";

        assertThat(errors(yaml)).extracting(PolicyError::code).containsExactly("key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\0", "\\u0007", "\\ud800"})
    void a_text_that_cannot_be_printed_is_an_error(String escape) {
        var broken = OMPASS.replace("070-4298-3070", "\"070" + escape + "\"");

        assertThat(errors(broken))
                .extracting(PolicyError::code)
                .containsAnyOf("character", "syntax");
    }

    @Test
    void what_is_wrong_is_said_in_english_on_every_machine() {
        var broken = OMPASS.replace("service: { ko: OMPASS, en: OMPASS }", "service: { ko: 1 }");
        var here = errors(broken);
        var machine = Locale.getDefault();
        Locale.setDefault(Locale.KOREAN);
        try {
            var there = ((Reading.Rejected) new YamlPolicyTexts().read(broken)).errors();

            assertThat(there).isEqualTo(here);
            assertThat(there)
                    .extracting(PolicyError::detail)
                    .allMatch(d -> d.matches("\\p{ASCII}+"));
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void what_is_no_yaml_is_told_with_its_line() {
        assertThat(errors("format: jikim.policy/1\noperator: {\n"))
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo("syntax"))
                .satisfies(error -> assertThat(error.line()).isGreaterThan(1));
        assertThat(errors("")).hasSize(1);
        assertThat(errors("a: 1\n---\nb: 2\n")).hasSize(1);
        assertThat(errors("just text")).isNotEmpty();
        assertThat(errors("[".repeat(5_000))).hasSize(1);
    }

    @Test
    void text_that_looks_like_a_date_or_a_number_stays_text() {
        var phone = OMPASS.replace("phone: 070-4298-3070", "phone: \"118\"");

        assertThat(accepted(phone).canonicalJson()).contains("\"phone\":\"118\"");
        assertThat(accepted(OMPASS).canonicalJson()).contains("\"effectiveDate\":\"2022-03-01\"");
    }

    private PolicyDocument accepted(String yaml) {
        return switch (texts.read(yaml)) {
            case Reading.Accepted(var document) -> document;
            case Reading.Rejected(var errors) -> throw new AssertionError(errors.toString());
        };
    }

    private List<PolicyError> errors(String yaml) {
        return switch (texts.read(yaml)) {
            case Reading.Accepted(var document) -> throw new AssertionError(document.digest());
            case Reading.Rejected(var errors) -> errors;
        };
    }

    private static int lineOf(String yaml, String text) {
        return (int) yaml.substring(0, yaml.indexOf(text)).chars().filter(c -> c == '\n').count()
                + 1;
    }
}
