package io.jikim.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An absent body and the body `null` are the caller's mistake, whichever resource is meant.
class BodiesTest {
    @Test
    void every_body_is_required_and_validated() {
        var bodies = bodies();

        assertThat(bodies)
                .hasSizeGreaterThan(6)
                .allSatisfy(body -> {
                    assertThat(body.isAnnotationPresent(NotNull.class)).as("%s", body).isTrue();
                    assertThat(body.isAnnotationPresent(Valid.class)).as("%s", body).isTrue();
                });
    }

    private static List<Parameter> bodies() {
        return new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("io.jikim.retention")
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(BodiesTest::takesBody)
                        .flatMap(method -> Arrays.stream(method.reflect().getParameters()))
                        .filter(BodiesTest::isBody)
                        .toList();
    }

    private static boolean takesBody(JavaMethod method) {
        return method.isAnnotatedWith(POST.class)
                || method.isAnnotatedWith(PUT.class)
                || method.isAnnotatedWith(PATCH.class);
    }

    private static boolean isBody(Parameter parameter) {
        return !parameter.isAnnotationPresent(HeaderParam.class)
                && !parameter.isAnnotationPresent(PathParam.class)
                && !parameter.isAnnotationPresent(QueryParam.class);
    }
}
