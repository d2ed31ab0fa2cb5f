package io.jikim.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureRulesTest {

    private static final String HERE = "io.jikim.testkit.architecture.";
    private static final JavaClasses BAD = new ClassFileImporter().importPackages(HERE + "bad");
    private static final JavaClasses GOOD = new ClassFileImporter().importPackages(HERE + "good");

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(RingRules.domain_knows_only_java, "ReadsRows"),
                arguments(RingRules.domain_touches_nothing_outside, "java.sql.Connection"),
                arguments(
                        RingRules.application_knows_domain_ports_time_and_its_transaction,
                        "KnowsHttp"),
                arguments(RingRules.ports_know_only_the_domain, "KnowsAUseCase"),
                arguments(RingRules.ports_are_interfaces, "Letters"),
                arguments(RingRules.ways_in_do_not_know_ways_out, "OpenResource.mail"),
                arguments(RingRules.ways_in_do_not_know_each_other, "OpenResource.listener"),
                arguments(RingRules.ways_out_know_ports_not_use_cases, "CallsBack"),
                arguments(TechnologyRules.time_and_ids_come_in_from_outside, "Instant.now()"),
                arguments(TechnologyRules.time_and_ids_come_in_from_outside, "UUID.randomUUID()"),
                arguments(TechnologyRules.panache_stays_in_its_room, "OpenResource.rows"),
                arguments(TechnologyRules.sql_stays_outside, "ReadsRows"),
                arguments(OperationRules.operations_are_public, "hidden"),
                arguments(
                        OperationRules.operations_need_a_permission_or_are_listed_as_public,
                        "GET /v1/open:"),
                arguments(
                        OperationRules.operations_need_a_permission_or_are_listed_as_public,
                        "GET /v1/open/unlisted"),
                arguments(NameRules.packages_have_telling_names, "bad.util"),
                arguments(NameRules.classes_have_telling_names, "OrderHelper"),
                arguments(NameRules.every_package_is_null_marked, "unmarked"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void names_what_breaks_the_rule(ArchRule rule, String culprit) {
        var result = rule.evaluate(BAD);

        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(culprit);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void lets_good_code_pass(ArchRule rule, String culprit) {
        assertThat(rule.evaluate(GOOD).getFailureReport().getDetails()).isEmpty();
    }
}
