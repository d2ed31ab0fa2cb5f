package io.jikim.retention.systems.application;

import io.jikim.retention.systems.application.port.SystemWatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Query: every connected system of the installation.
@ApplicationScoped
public class WatchSystems {
    private final SystemWatch systems;

    public WatchSystems(SystemWatch systems) {
        this.systems = systems;
    }

    public List<SystemWatch.Watched> everywhere() {
        return systems.everywhere();
    }
}
