package io.jikim.testkit.architecture;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/// All rules of the house; a module holds them so:
///
/// ```java
/// @AnalyzeClasses(packages = "io.jikim.consent", importOptions = DoNotIncludeTests.class)
/// class ArchitectureTest {
///     @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
/// }
/// ```
public final class ArchitectureRules {

    @ArchTest static final ArchTests RINGS = ArchTests.in(RingRules.class);
    @ArchTest static final ArchTests TECHNOLOGY = ArchTests.in(TechnologyRules.class);
    @ArchTest static final ArchTests OPERATIONS = ArchTests.in(OperationRules.class);
    @ArchTest static final ArchTests NAMES = ArchTests.in(NameRules.class);

    private ArchitectureRules() {}
}
