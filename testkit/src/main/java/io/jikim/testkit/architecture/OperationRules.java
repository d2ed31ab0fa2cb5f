package io.jikim.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// What every REST operation has: it is found, and somebody was asked who may use it.
public final class OperationRules {

    private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";

    @ArchTest
    static final ArchRule operations_are_public =
            methods()
                    .that()
                    .areMetaAnnotatedWith(HTTP_METHOD)
                    .should()
                    .bePublic()
                    .allowEmptyShould(true)
                    .because("a package-private one answers 404 and says nothing");

    @ArchTest
    static final ArchRule operations_need_a_permission_or_are_listed_as_public =
            methods()
                    .that()
                    .areMetaAnnotatedWith(HTTP_METHOD)
                    .should(needAPermissionOrBeListed())
                    .allowEmptyShould(true)
                    .because("an operation that nobody thought of must not be open");

    @ArchTest
    public static final ArchRule permissions_are_given_to_some_role =
            methods()
                    .that()
                    .areMetaAnnotatedWith(HTTP_METHOD)
                    .should(askForGivenPermissions())
                    .allowEmptyShould(true)
                    .because("a misspelt permission is one that nobody has");

    private OperationRules() {}

    private static ArchCondition<JavaMethod> needAPermissionOrBeListed() {
        return new ArchCondition<>("need a permission, or stand in deploy/public-operations.txt") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var operation = Operation.of(method);
                boolean known =
                        operation.permissions().isEmpty()
                                ? operation.isOpen()
                                        && PublicOperations.read().contains(operation.line())
                                : !operation.isOpen();
                events.add(
                        new SimpleConditionEvent(
                                method, known, operation.line() + ": " + method.getFullName()));
            }
        };
    }

    private static ArchCondition<JavaMethod> askForGivenPermissions() {
        return new ArchCondition<>("ask for permissions that some role has") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                for (String permission : Operation.of(method).permissions()) {
                    events.add(
                            new SimpleConditionEvent(
                                    method,
                                    GivenPermissions.contain(permission),
                                    permission + " at " + method.getFullName()));
                }
            }
        };
    }
}
