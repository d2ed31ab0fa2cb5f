package io.jikim.identity.people.adapter.out.postgres;

import io.jikim.identity.people.domain.EmailAddress;
import io.jikim.identity.people.domain.ExternalId;
import io.jikim.identity.people.domain.HeldItem;
import io.jikim.identity.people.domain.ItemValue;
import io.jikim.identity.people.domain.KeyClass;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.crypto.BlindIndex;
import io.jikim.platform.crypto.KeyName;
import io.jikim.platform.crypto.Place;
import io.jikim.platform.crypto.SubjectKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;

/// Seals and opens what stands in the rows of people; a value opens only in the row it was sealed
/// for.
@ApplicationScoped
class Seals {

    private final SubjectKeys keys;
    private final BlindIndex index;

    Seals(SubjectKeys keys, BlindIndex index) {
        this.keys = keys;
        this.index = index;
    }

    byte[] seal(SubjectRef ref, HeldItem item, ItemValue value) {
        return keys.seal(key(ref, item.keyClass()), place(ref, item), bytes(value.value()));
    }

    ItemValue open(SubjectRef ref, HeldItem item, byte[] sealed) {
        return new ItemValue(text(keys.open(key(ref, item.keyClass()), place(ref, item), sealed)));
    }

    byte[] seal(SubjectRef ref, ExternalId id) {
        return keys.seal(key(ref, KeyClass.PROFILE), externalIdOf(ref), bytes(id.value()));
    }

    ExternalId openExternalId(SubjectRef ref, byte[] sealed) {
        return new ExternalId(
                text(keys.open(key(ref, KeyClass.PROFILE), externalIdOf(ref), sealed)));
    }

    String indexOf(ExternalId id) {
        return index.of("person.external-id", id.value());
    }

    String indexOf(EmailAddress address) {
        return index.of("person.email", address.folded());
    }

    private static KeyName key(SubjectRef ref, KeyClass keyClass) {
        return KeyName.open(ref.value(), keyClass.name());
    }

    private static Place place(SubjectRef ref, HeldItem item) {
        return new Place("person_item", "value", ref + "/" + item.code());
    }

    private static Place externalIdOf(SubjectRef ref) {
        return new Place("person", "external_id", ref.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
