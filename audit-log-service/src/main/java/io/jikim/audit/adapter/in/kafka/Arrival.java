package io.jikim.audit.adapter.in.kafka;

import io.jikim.audit.domain.Fact;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A fact and the record it came in.
record Arrival(Fact fact, ConsumerRecord<String, byte[]> received) {}
