package io.jikim.journeys.drill;

import io.jikim.journeys.Case;
import io.jikim.journeys.Crowd;
import io.jikim.journeys.Patience;
import io.jikim.journeys.Told;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Everything that was ever told, but for noise, is told again: the order of each subject is kept,
/// the order among subjects is drawn anew.
final class Echo {

    private static final String LATEST_ONLY = "jikim.policy";

    private Echo() {}

    static void twice(Field field) {
        field.terminateAll();
        for (Crowd.Member member : field.crowd().members()) {
            Patience.until(
                    "every case certified",
                    Field.SOON,
                    () ->
                            Case.of(field.scene().cast(), member.subject().ref(), "MEMBERSHIP")
                                    .state()
                                    .equals("CERTIFIED"));
        }
        var lanes =
                lanes(
                        Told.records(
                                field.scene().stage().get("JIKIM_KAFKA"),
                                record -> !Told.of(record).fact().equals(Backlog.NOISE)));
        try (var bus = new Bus(field.scene().stage())) {
            while (!lanes.isEmpty()) {
                int drawn = field.chance().nextInt(lanes.size());
                var lane = lanes.get(drawn);
                bus.tell(again(lane.remove()));
                if (lane.isEmpty()) {
                    lanes.remove(drawn);
                }
            }
            bus.awaitReaders();
        }
    }

    private static List<Queue<ConsumerRecord<byte[], byte[]>>> lanes(
            List<ConsumerRecord<byte[], byte[]>> told) {
        var lanes = new LinkedHashMap<String, Queue<ConsumerRecord<byte[], byte[]>>>();
        for (var record : told) {
            if (record.topic().equals(LATEST_ONLY) || record.topic().endsWith(".dead-letter")) {
                continue;
            }
            lanes.computeIfAbsent(Told.of(record).stream().toString(), _ -> new ArrayDeque<>())
                    .add(record);
        }
        return new ArrayList<>(lanes.values());
    }

    private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(), record.partition(), record.key(), record.value(), record.headers());
    }
}
