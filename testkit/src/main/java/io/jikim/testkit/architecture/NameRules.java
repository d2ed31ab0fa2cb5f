package io.jikim.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// How things are called, and what every package says of itself.
public final class NameRules {

    private static final String EMPTY_WORDS =
            "common|core|utils?|helpers?|managers?|base|impl|misc|shared|dto";

    @ArchTest
    static final ArchRule packages_have_telling_names =
            noClasses()
                    .should()
                    .haveNameMatching("(.*\\.)?(" + EMPTY_WORDS + ")\\.[^.]+(\\..*)?")
                    .allowEmptyShould(true)
                    .because("everything fits in, so nothing is found there");

    @ArchTest
    static final ArchRule classes_have_telling_names =
            noClasses()
                    .should()
                    .haveNameMatching(
                            ".*[.$]((Abstract|Base|Common)[A-Z]\\w*|I[A-Z][a-z]\\w*"
                                    + "|\\w*(Impl|Helper|Utils?|Manager|DTO|Dto|Port))")
                    .allowEmptyShould(true)
                    .because("a name says what it is, not that it is something");

    @ArchTest
    static final ArchRule every_package_is_null_marked =
            classes()
                    .should(resideInANullMarkedPackage())
                    .allowEmptyShould(true)
                    .because("null does not exist unless it is written down");

    private NameRules() {}

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var itsPackage = type.getPackage();
                boolean marked = itsPackage.isAnnotatedWith("org.jspecify.annotations.NullMarked");
                events.add(new SimpleConditionEvent(type, marked, itsPackage.getDescription()));
            }
        };
    }
}
