package io.jikim.consent.policy.adapter.out.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.jikim.consent.policy.domain.PolicyError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// The shape of a policy, `policy.schema.json`.
class PolicySchema {

    private final Schema schema = load();

    List<PolicyError> check(YamlTree tree) {
        return schema.validate(tree.root()).stream()
                .filter(error -> !"if".equals(error.getKeyword()))
                .map(error -> located(error, tree))
                .toList();
    }

    private static PolicyError located(Error error, YamlTree tree) {
        var at = error.getInstanceLocation().toString();
        int line = tree.line(at);
        var property = error.getProperty();
        var path = property == null ? at : at + "/" + property;
        return new PolicyError(
                path,
                property == null ? line : tree.line(path),
                Objects.requireNonNullElse(error.getKeyword(), "schema"),
                error.getMessage());
    }

    private static Schema load() {
        try (InputStream in = PolicySchema.class.getResourceAsStream("/policy.schema.json")) {
            return SchemaRegistry.withDefaultDialect(
                            SpecificationVersion.DRAFT_2020_12,
                            registry -> registry.schemaRegistryConfig(english()))
                    .getSchema(Objects.requireNonNull(in), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // the root bundle is the English one, and no machine's language stands before it
    private static SchemaRegistryConfig english() {
        return SchemaRegistryConfig.builder().locale(Locale.ROOT).build();
    }
}
