package io.jikim.identity.people.adapter.out.crypto;

import io.jikim.identity.people.application.port.PersonKeys;
import io.jikim.identity.people.domain.CaseId;
import io.jikim.identity.people.domain.ErasurePlan;
import io.jikim.identity.people.domain.KeyClass;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.crypto.DestroyedKey;
import io.jikim.platform.crypto.SubjectKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The data keys in the separate key database.
@ApplicationScoped
class SealedPersonKeys implements PersonKeys {

    private final SubjectKeys keys;

    SealedPersonKeys(SubjectKeys keys) {
        this.keys = keys;
    }

    @Override
    public void suspend(SubjectRef ref, CaseId by) {
        keys.suspend(ref.value(), by.value());
    }

    @Override
    public void resume(SubjectRef ref) {
        keys.resume(ref.value());
    }

    @Override
    public List<String> destroy(SubjectRef ref, ErasurePlan plan, CaseId by) {
        // an empty list would mean all of them
        if (!plan.everything() && plan.doomedKeys().isEmpty()) {
            return List.of();
        }
        List<String> classes =
                plan.everything()
                        ? List.of()
                        : plan.doomedKeys().stream().map(KeyClass::name).sorted().toList();
        return keys.destroy(ref.value(), classes, by.value()).stream()
                .map(SealedPersonKeys::proof)
                .toList();
    }

    private static String proof(DestroyedKey key) {
        return "key:" + key.keyId() + ":" + key.commitment();
    }
}
