package io.jikim.testkit.architecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

@AnalyzeClasses(packages = "io.jikim.testkit", importOptions = DoNotIncludeTests.class)
class SharedRulesTest {

    @ArchTest static final ArchTests RULES = ArchTests.in(ArchitectureRules.class);
}
