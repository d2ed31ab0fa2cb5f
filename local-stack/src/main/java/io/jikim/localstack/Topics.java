package io.jikim.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/// The topics of `deploy/kafka/topics.properties`, with their settings: those that are missing are
/// made, those that are there are set right.
record Topics(Path file) {
    private static final String TOPIC = "jikim.";

    void create(String bootstrap) throws IOException, InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            create(admin);
        }
    }

    void create(Admin admin) throws IOException, InterruptedException, ExecutionException {
        var wanted = read();
        var known = admin.listTopics().names().get();
        admin.createTopics(wanted.stream().filter(topic -> !known.contains(topic.name())).toList())
                .all()
                .get();
        var older = new HashMap<ConfigResource, Collection<AlterConfigOp>>();
        wanted.stream()
                .filter(topic -> known.contains(topic.name()))
                .forEach(topic ->
                        older.put(
                                new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                                settings(topic)));
        admin.incrementalAlterConfigs(older).all().get();
    }

    private static List<AlterConfigOp> settings(NewTopic topic) {
        return topic.configs().entrySet().stream()
                .map(setting ->
                        new AlterConfigOp(
                                new ConfigEntry(setting.getKey(), setting.getValue()),
                                AlterConfigOp.OpType.SET))
                .toList();
    }

    private List<NewTopic> read() throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var topics = new ArrayList<NewTopic>();
        for (var name : properties.stringPropertyNames()) {
            if (name.startsWith(TOPIC)) {
                var values = properties.getProperty(name).split(",");
                topics.add(
                        new NewTopic(
                                        name,
                                        Optional.of(Integer.valueOf(values[0].strip())),
                                        Optional.empty())
                                .configs(kind(properties.getProperty(values[1].strip()))));
            }
        }
        return topics;
    }

    private static Map<String, String> kind(String settings) {
        var kind = new HashMap<String, String>();
        for (var setting : settings.split(",")) {
            var parts = setting.split("=");
            kind.put(parts[0].strip(), parts[1].strip());
        }
        return kind;
    }
}
