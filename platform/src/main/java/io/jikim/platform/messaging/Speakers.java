package io.jikim.platform.messaging;

import io.jikim.contracts.EventTypes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/// Who speaks on which topic (`jikim.speakers.*`). The broker lets an account write to a topic and
/// does not look at the name it speaks under, so whoever reads it does.
final class Speakers {

    /// Hears the acknowledgements of all others and gives none.
    private static final String HEARS_ONLY = "/retention-service";

    private static final Map<String, Set<String>> OF_TOPIC = new ConcurrentHashMap<>();

    private Speakers() {}

    /// Whether events of this source belong on this topic. Participants from outside acknowledge
    /// under names that nobody here knows; a topic that no setting names is anybody's.
    static boolean belong(String source, String topic) {
        if (topic.equals(EventTypes.ACKNOWLEDGEMENTS)) {
            return !source.equals(HEARS_ONLY);
        }
        var speakers = OF_TOPIC.computeIfAbsent(topic, Speakers::configured);
        return speakers.isEmpty() || speakers.contains(source);
    }

    private static Set<String> configured(String topic) {
        return ConfigProvider.getConfig()
                .getOptionalValues("jikim.speakers." + topic, String.class)
                .map(Set::copyOf)
                .orElse(Set.of());
    }
}
