package io.jikim.testkit.stack;

import io.jikim.testkit.tokens.OidcProvider;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// For `@QuarkusTestResource(Stack.class)`: PostgreSQL, Kafka, SMTP and tokens, and the
/// configuration that leads to them.
///
/// The configuration is that of the service in whose directory the tests run; `@ResourceArg(name =
/// "service", …)` names another one. Tests without Quarkus use [LocalStack#shared] instead.
public final class Stack implements QuarkusTestResourceLifecycleManager {
    /// The test stands where a trusted proxy does, so that it can speak for many clients; a slow
    /// request is given up soon, because a test waits for it.
    private static final Map<String, String> EDGE =
            Map.of(
                    "jikim.trusted-proxies", "127.0.0.0/8",
                    "jikim.request-patience", "8S",
                    "JIKIM_PORTAL_ORIGIN", "https://portal.example");

    private String service = String.valueOf(Path.of("").toAbsolutePath().getFileName());

    @Override
    public void init(Map<String, String> arguments) {
        service = arguments.getOrDefault("service", service);
    }

    @Override
    public Map<String, String> start() {
        var values = new LinkedHashMap<>(LocalStack.shared().environment(service));
        var provider = OidcProvider.shared();
        values.put("JIKIM_OIDC_URL", provider.issuer());
        values.put("JIKIM_OIDC_ADMIN_URL", provider.issuer().replace("/realms/", "/admin/realms/"));
        values.putAll(EDGE);
        return values;
    }

    /// The stack is shared by all tests of the module and ends with the JVM.
    @Override
    public void stop() {}
}
