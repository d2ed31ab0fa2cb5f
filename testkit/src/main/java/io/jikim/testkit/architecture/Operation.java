package io.jikim.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A JAX-RS resource method as its annotations describe it.
record Operation(String verb, String path, List<String> permissions, boolean isOpen) {

    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String PERMISSIONS = "io.quarkus.security.PermissionsAllowed";
    private static final String OPEN = "jakarta.annotation.security.PermitAll";

    static Operation of(JavaMethod method) {
        String verb =
                method.getAnnotations().stream()
                        .map(JavaAnnotation::getRawType)
                        .filter(type -> type.isAnnotatedWith("jakarta.ws.rs.HttpMethod"))
                        .map(type -> type.getSimpleName())
                        .findFirst()
                        .orElseThrow();
        String path =
                Stream.of(method.getOwner(), method)
                        .map(Operation::path)
                        .filter(part -> !part.isEmpty())
                        .reduce("", (whole, part) -> whole + "/" + part);
        return new Operation(verb, path, permissions(method), open(method));
    }

    /// As it stands in `deploy/public-operations.txt`.
    String line() {
        return verb + " " + path;
    }

    private static String path(CanBeAnnotated annotated) {
        return value(annotated, PATH)
                .map(path -> ((String) path).replaceAll("^/|/$", ""))
                // what a parameter may be is not part of its name
                .map(path -> path.replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}"))
                .orElse("");
    }

    private static List<String> permissions(JavaMethod method) {
        return Stream.of(method, method.getOwner())
                .flatMap(annotated -> value(annotated, PERMISSIONS).stream())
                .flatMap(names -> Arrays.stream((Object[]) names))
                .map(String.class::cast)
                .toList();
    }

    private static boolean open(JavaMethod method) {
        return method.isAnnotatedWith(OPEN) || method.getOwner().isAnnotatedWith(OPEN);
    }

    private static Optional<Object> value(CanBeAnnotated annotated, String type) {
        return annotations(annotated)
                .filter(annotation -> annotation.getRawType().getName().equals(type))
                .findFirst()
                .flatMap(annotation -> annotation.get("value"));
    }

    private static Stream<? extends JavaAnnotation<?>> annotations(CanBeAnnotated annotated) {
        return switch (annotated) {
            case JavaMethod method -> method.getAnnotations().stream();
            case JavaClass type -> type.getAnnotations().stream();
            default -> Stream.empty();
        };
    }
}
