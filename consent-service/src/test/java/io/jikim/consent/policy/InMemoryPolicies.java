package io.jikim.consent.policy;

import io.jikim.consent.policy.application.port.Policies;
import io.jikim.consent.policy.domain.PolicyId;
import io.jikim.consent.policy.domain.PolicyVersion;
import io.jikim.consent.policy.domain.PolicyVersion.State;
import io.jikim.consent.policy.domain.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Policy versions in memory.
public class InMemoryPolicies implements Policies {

    private final TreeMap<Integer, PolicyVersion> versions = new TreeMap<>();
    private final List<Terms> announced = new ArrayList<>();

    @Override
    public Optional<PolicyVersion> numbered(int number) {
        return Optional.ofNullable(versions.get(number));
    }

    @Override
    public Optional<PolicyVersion> find(PolicyId id) {
        return versions.values().stream().filter(version -> version.id().equals(id)).findFirst();
    }

    @Override
    public Optional<InForce> inForce() {
        return versions.values().stream()
                .filter(version -> version.state() instanceof State.Published)
                .max(Comparator.comparingInt(PolicyVersion::number))
                .map(version -> new InForce(version.id(), version.number()));
    }

    @Override
    public int nextNumber() {
        return versions.isEmpty() ? 1 : versions.lastKey() + 1;
    }

    @Override
    public void add(PolicyVersion draft) {
        versions.put(draft.number(), draft);
    }

    @Override
    public void publish(PolicyVersion published, Terms terms) {
        versions.put(published.number(), published);
        announced.add(terms);
    }

    public List<Terms> announced() {
        return announced;
    }
}
