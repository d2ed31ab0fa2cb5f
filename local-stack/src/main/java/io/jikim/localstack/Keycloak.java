package io.jikim.localstack;

import java.util.Set;

/// soon
final class Keycloak implements Part {
    Keycloak(Ports ports, Directories directories) {}

    @Override
    public String name() {
        return "keycloak";
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public void start() {
        throw new StackFailure("keycloak is not there yet");
    }

    @Override
    public void stop() {}

    @Override
    public boolean running() {
        return false;
    }

    @Override
    public String address() {
        return "";
    }
}
