package io.jikim.platform.messaging;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a record read from outside has every component that is not `@Nullable`; JSON leaves
/// absent ones null.
public class Complete {

    private static final ClassValue<List<RecordComponent>> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected List<RecordComponent> computeValue(Class<?> type) {
                    return Arrays.asList(type.getRecordComponents());
                }
            };

    private Complete() {}

    /// @throws Malformed where something is missing
    public static <T> T orMalformed(@Nullable T value) {
        if (value == null) {
            throw new Malformed("null");
        }
        if (value instanceof Record) {
            COMPONENTS.get(value.getClass()).forEach(component -> check(value, component));
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(Complete::orMalformed);
        }
        return value;
    }

    private static void check(Object owner, RecordComponent component) {
        Object value = valueOf(owner, component);
        if (value != null) {
            orMalformed(value);
        } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            throw new Malformed(component.getName() + " is missing");
        }
    }

    private static @Nullable Object valueOf(Object owner, RecordComponent component) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A contract is a public record", e);
        }
    }
}
