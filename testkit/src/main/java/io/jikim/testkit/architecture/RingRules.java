package io.jikim.testkit.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/// Who may know whom: domain, application, its ports, adapters in and out.
public final class RingRules {

    private static final DescribedPredicate<JavaClass> VALUES_OF_ACCESS =
            DescribedPredicate.describe(
                    "the value types of platform.access",
                    type ->
                            Set.of("Access", "Actor", "Tenant").contains(type.getSimpleName())
                                    && type.getPackageName().equals("io.jikim.platform.access"));

    @ArchTest
    static final ArchRule domain_knows_only_java =
            classes()
                    .that()
                    .resideInAPackage("..domain..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("..domain..", "java..", "org.jspecify..")
                    .allowEmptyShould(true)
                    .because("a rule of law must not change when a framework does");

    @ArchTest
    static final ArchRule domain_touches_nothing_outside =
            noClasses()
                    .that()
                    .resideInAPackage("..domain..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "java.nio.file..", "java.net.http..")
                    .allowEmptyShould(true)
                    .because("a rule that reads files or rows cannot be tested by itself");

    @ArchTest
    static final ArchRule application_knows_domain_ports_time_and_its_transaction =
            classes()
                    .that()
                    .resideInAPackage("..application..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            "..application..",
                                            "..domain..",
                                            "io.jikim.platform.time..",
                                            "java..",
                                            "org.jspecify..",
                                            "jakarta.enterprise.context..",
                                            "jakarta.transaction..")
                                    .or(VALUES_OF_ACCESS))
                    .allowEmptyShould(true)
                    .because("a use case owns its transaction and nothing else technical");

    @ArchTest
    static final ArchRule ports_know_only_the_domain =
            classes()
                    .that()
                    .resideInAPackage("..application.port..")
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                            "..application.port..",
                                            "..domain..",
                                            "java..",
                                            "org.jspecify..")
                                    .or(VALUES_OF_ACCESS))
                    .allowEmptyShould(true)
                    .because("a port says what the application needs, not how it is done");

    @ArchTest
    static final ArchRule ports_are_interfaces =
            classes()
                    .that()
                    .resideInAPackage("..application.port..")
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .and(not(areValues()))
                    .should()
                    .beInterfaces()
                    .allowEmptyShould(true)
                    .because("a port is implemented outside");

    @ArchTest
    static final ArchRule ways_in_do_not_know_ways_out =
            noClasses()
                    .that()
                    .resideInAPackage("..adapter.in..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("..adapter.out..")
                    .allowEmptyShould(true)
                    .because("adapters meet only through the application");

    @ArchTest
    static final ArchRule ways_in_do_not_know_each_other =
            slices().matching("..adapter.in.(*)..")
                    .should()
                    .notDependOnEachOther()
                    .allowEmptyShould(true)
                    .because("what two of them need is a use case");

    @ArchTest
    static final ArchRule ways_out_know_ports_not_use_cases =
            noClasses()
                    .that()
                    .resideInAPackage("..adapter.out..")
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage("..adapter.in..")
                                    .or(
                                            resideInAPackage("..application..")
                                                    .and(
                                                            not(
                                                                    resideInAPackage(
                                                                            "..application.port..")))))
                    .allowEmptyShould(true)
                    .because("what implements a port is called and does not call back");

    private RingRules() {}

    /// What a port takes and gives may stand beside it.
    private static DescribedPredicate<JavaClass> areValues() {
        return DescribedPredicate.describe(
                "records, enums and exceptions",
                type ->
                        type.isRecord()
                                || type.isEnum()
                                || type.isAssignableTo(RuntimeException.class));
    }
}
