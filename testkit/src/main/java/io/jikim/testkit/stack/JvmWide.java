package io.jikim.testkit.stack;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What all class loaders of a test's JVM share: Quarkus loads the classes of a test anew.
///
/// The system properties would do as well, but a transaction manager that reads them all stumbles
/// over a value that is no string.
public final class JvmWide {
    public static final Map<String, Object[]> PARTS = new ConcurrentHashMap<>();

    private JvmWide() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object[]> parts() {
        try {
            return (Map<String, Object[]>)
                    ClassLoader.getSystemClassLoader()
                            .loadClass(JvmWide.class.getName())
                            .getField("PARTS")
                            .get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
