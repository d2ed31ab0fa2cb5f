package io.jikim.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/// Where clocks, chance, Hibernate and SQL may be.
public final class TechnologyRules {

    private static final Map<String, Set<String>> OF_ITS_OWN_ACCORD =
            Map.ofEntries(
                    Map.entry("java.time.Instant", Set.of("now")),
                    Map.entry("java.time.LocalDate", Set.of("now")),
                    Map.entry("java.time.LocalDateTime", Set.of("now")),
                    Map.entry("java.time.OffsetDateTime", Set.of("now")),
                    Map.entry("java.time.ZonedDateTime", Set.of("now")),
                    Map.entry("java.time.YearMonth", Set.of("now")),
                    Map.entry("java.time.Year", Set.of("now")),
                    Map.entry(
                            "java.time.Clock",
                            Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis")),
                    Map.entry("java.time.InstantSource", Set.of("system")),
                    Map.entry("java.lang.System", Set.of("currentTimeMillis", "nanoTime")),
                    Map.entry("java.lang.Math", Set.of("random")),
                    Map.entry("java.util.UUID", Set.of("randomUUID")),
                    Map.entry("java.util.Random", Set.of("<init>")),
                    Map.entry("java.security.SecureRandom", Set.of("<init>")),
                    Map.entry("java.util.concurrent.ThreadLocalRandom", Set.of("current")));

    // callMethod(Instant.class, "now") would miss Instant::now
    @ArchTest
    static final ArchRule time_and_ids_come_in_from_outside =
            noClasses()
                    .that()
                    .resideInAnyPackage("..domain..", "..application..")
                    .should()
                    .accessTargetWhere(
                            DescribedPredicate.<JavaAccess<?>>describe(
                                    "a clock or chance is called or referred to",
                                    access ->
                                            OF_ITS_OWN_ACCORD
                                                    .getOrDefault(
                                                            access.getTargetOwner().getName(),
                                                            Set.of())
                                                    .contains(access.getTarget().getName())))
                    .allowEmptyShould(true)
                    .because("what happens must be repeatable: they are arguments");

    @ArchTest
    static final ArchRule panache_stays_in_its_room =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..adapter.out.postgres..", "io.jikim.platform..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "io.quarkus.hibernate..", "org.hibernate..", "jakarta.persistence..")
                    .allowEmptyShould(true)
                    .because("how a state is stored is known in one package");

    @ArchTest
    static final ArchRule sql_stays_outside =
            noClasses()
                    .that()
                    .resideInAPackage("io.jikim..")
                    .and()
                    .resideInAnyPackage("..domain..", "..application..", "..adapter.in..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..", "io.agroal..")
                    .allowEmptyShould(true)
                    .because("connections belong to adapter.out and platform");

    private TechnologyRules() {}
}
