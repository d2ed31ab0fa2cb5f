package io.jikim.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/// The topics of `deploy/kafka/topics.properties`: one per line, `name = partitions[, cleanup
/// policy]`.
record Topics(Path file) {

    void create(String bootstrap) throws IOException, InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrap))) {
            var known = admin.listTopics().names().get();
            var missing = read().stream().filter(topic -> !known.contains(topic.name())).toList();
            admin.createTopics(missing).all().get();
        }
    }

    private List<NewTopic> read() throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        var topics = new ArrayList<NewTopic>();
        for (var name : properties.stringPropertyNames()) {
            var values = properties.getProperty(name).split(",");
            var topic =
                    new NewTopic(
                            name,
                            Optional.of(Integer.valueOf(values[0].strip())),
                            Optional.empty());
            topics.add(
                    values.length > 1
                            ? topic.configs(Map.of("cleanup.policy", values[1].strip()))
                            : topic);
        }
        return topics;
    }
}
