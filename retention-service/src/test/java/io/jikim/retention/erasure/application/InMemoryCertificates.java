package io.jikim.retention.erasure.application;

import io.jikim.retention.erasure.application.port.Certificates;
import io.jikim.retention.erasure.domain.Certificate;
import io.jikim.retention.erasure.domain.ErasureFact;
import io.jikim.retention.erasure.domain.ErasureId;
import io.jikim.retention.erasure.domain.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class InMemoryCertificates implements Certificates {
    private record Kept(ErasureFact.Certified fact, Stamp stamp) {}

    private final List<Kept> kept = new ArrayList<>();

    static Stamp sign(Certificate certificate) {
        var digest = "digest-" + certificate.revision();
        return new Stamp("{}", digest, "key", "signature", certificate.issuedAt());
    }

    @Override
    public void issue(ErasureFact.Certified fact, Stamp stamp) {
        kept.add(new Kept(fact, stamp));
    }

    @Override
    public Optional<Issued> find(ErasureId id, Integer revision) {
        return kept.stream()
                .filter(one -> one.fact().opening().id().equals(id))
                .filter(one -> revision == null || one.fact().revision() == revision)
                .reduce((_, newer) -> newer)
                .map(one -> new Issued(one.fact().revision(), one.stamp(), new UUID(9, 9)));
    }

    /// Brings back what is stored now.
    Runnable copy() {
        var issued = List.copyOf(kept);
        return () -> {
            kept.clear();
            kept.addAll(issued);
        };
    }

    List<ErasureFact.Certified> facts() {
        return kept.stream().map(Kept::fact).toList();
    }
}
