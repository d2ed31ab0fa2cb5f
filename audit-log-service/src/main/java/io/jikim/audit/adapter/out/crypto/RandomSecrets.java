package io.jikim.audit.adapter.out.crypto;

import io.jikim.audit.application.port.Secrets;
import io.jikim.audit.domain.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/// Secrets from the operating system's generator.
@ApplicationScoped
class RandomSecrets implements Secrets {
    private final SecureRandom random = new SecureRandom();

    @Override
    public Secret next() {
        var bytes = new byte[Secret.LENGTH];
        random.nextBytes(bytes);
        return Secret.of(bytes);
    }
}
