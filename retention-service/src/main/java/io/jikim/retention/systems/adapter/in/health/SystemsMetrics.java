package io.jikim.retention.systems.adapter.in.health;

import io.jikim.platform.trouble.Troubles;
import io.jikim.retention.systems.application.WatchSystems;
import io.jikim.retention.systems.application.port.SystemWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/// How many connected systems are away, and how much in them no mapping covers.
@Singleton
class SystemsMetrics {
    private final Troubles troubles = new Troubles(Logger.getLogger(SystemsMetrics.class));
    private final WatchSystems watch;
    private volatile List<SystemWatch.Watched> systems = List.of();

    SystemsMetrics(WatchSystems watch, MeterRegistry registry) {
        this.watch = watch;
        registry.gauge("jikim.systems.away", this, SystemsMetrics::away);
        registry.gauge("jikim.systems.alarms", this, SystemsMetrics::alarms);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        troubles.during("look at connected systems", () -> systems = watch.everywhere());
    }

    private double away() {
        return systems.stream().filter(system -> system.state().away() != null).count();
    }

    private double alarms() {
        return systems.stream().mapToInt(system -> system.state().alarms().size()).sum();
    }
}
