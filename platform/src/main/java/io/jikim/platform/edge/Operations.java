package io.jikim.platform.edge;

import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/// The method behind the operation of a request.
final class Operations {

    private Operations() {}

    static Method method(SimpleResourceInfo operation) {
        try {
            return operation
                    .getResourceClass()
                    .getMethod(operation.getMethodName(), operation.parameterTypes());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }
}
