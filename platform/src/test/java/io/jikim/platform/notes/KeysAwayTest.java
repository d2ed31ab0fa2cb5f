package io.jikim.platform.notes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jikim.platform.crypto.KeyName;
import io.jikim.platform.crypto.KeyUnavailable;
import io.jikim.platform.crypto.Place;
import io.jikim.platform.crypto.SubjectKeys;
import io.jikim.testkit.stack.LocalStack;
import io.jikim.testkit.stack.Stack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Stack.class,
        initArgs = @ResourceArg(name = "service", value = "consent-service"))
class KeysAwayTest {

    private static final Place PLACE = new Place("person", "name", "row-1");

    private final KeyName name = KeyName.open(UUID.randomUUID(), "profile");

    @Inject SubjectKeys keys;

    @Test
    void nothing_opens_and_nothing_is_sealed_while_the_key_database_is_away() {
        byte[] sealed = seal(name);
        LocalStack.shared().stop("postgres");
        try {
            InTenant.run("keys-c", () -> keys.evict(name.subject()));

            assertThatThrownBy(() -> open(sealed)).isInstanceOf(KeyUnavailable.class);
            assertThatThrownBy(() -> seal(KeyName.open(UUID.randomUUID(), "profile")))
                    .isInstanceOf(KeyUnavailable.class);
        } finally {
            LocalStack.shared().start("postgres");
        }
        assertThat(open(sealed)).isEqualTo("Kim");
    }

    private byte[] seal(KeyName name) {
        return InTenant.call("keys-c", () -> keys.seal(name, PLACE, "Kim".getBytes(UTF_8)));
    }

    private String open(byte[] sealed) {
        return InTenant.call("keys-c", () -> new String(keys.open(name, PLACE, sealed), UTF_8));
    }
}
