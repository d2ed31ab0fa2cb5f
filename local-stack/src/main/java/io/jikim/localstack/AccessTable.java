package io.jikim.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// `deploy/kafka/access.properties`: which topics a kind of account may write and read.
record AccessTable(Properties lines) {

    /// The kind that every participant's account is of.
    static final String PARTICIPANT = "participant";

    private static final String EVERY_SERVICE = "every-service";
    private static final String ALL_OF_OURS = "jikim.";

    static AccessTable read(Path file) throws IOException {
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        return new AccessTable(lines);
    }

    /// All that an account may do. A consumer group begins with the account's name.
    List<AclBinding> of(String account, String kind) {
        var bindings = new ArrayList<AclBinding>();
        for (var topic : topics(kind, "write")) {
            bindings.add(topic(account, topic, AclOperation.WRITE));
        }
        for (var topic : topics(kind, "read")) {
            bindings.add(topic(account, topic, AclOperation.READ));
            if (!kind.equals(PARTICIPANT)) {
                bindings.add(topic(account, topic + ".dead-letter", AclOperation.WRITE));
            }
        }
        bindings.add(
                allow(
                        account,
                        ResourceType.GROUP,
                        account,
                        PatternType.PREFIXED,
                        AclOperation.READ));
        if (!kind.equals(PARTICIPANT)) {
            for (var topic : topics(EVERY_SERVICE, "both")) {
                bindings.add(topic(account, topic, AclOperation.WRITE));
                bindings.add(topic(account, topic, AclOperation.READ));
            }
            bindings.add(
                    allow(
                            account,
                            ResourceType.TOPIC,
                            ALL_OF_OURS,
                            PatternType.PREFIXED,
                            AclOperation.DESCRIBE));
        }
        return bindings;
    }

    List<String> topics(String kind, String operation) {
        var line = lines.getProperty(kind + "." + operation);
        if (line == null) {
            throw new StackFailure("access.properties does not say " + kind + "." + operation);
        }
        return Arrays.stream(line.split(",")).map(String::strip).toList();
    }

    private static AclBinding topic(String account, String topic, AclOperation operation) {
        return allow(account, ResourceType.TOPIC, topic, PatternType.LITERAL, operation);
    }

    private static AclBinding allow(
            String account,
            ResourceType type,
            String name,
            PatternType pattern,
            AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + account, "*", operation, AclPermissionType.ALLOW));
    }
}
