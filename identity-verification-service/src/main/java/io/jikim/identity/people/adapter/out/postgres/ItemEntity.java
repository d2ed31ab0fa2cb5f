package io.jikim.identity.people.adapter.out.postgres;

import io.jikim.identity.people.domain.HeldItem;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.KeyClass;
import io.jikim.identity.people.domain.SubjectRef;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// A row of `person_item`: the value is sealed.
@NullUnmarked
@Entity
@Table(name = "person_item")
class ItemEntity {

    @EmbeddedId Key key;

    String category;

    @Column(name = "key_class")
    String keyClass;

    byte[] value;

    @Embeddable
    record Key(UUID ref, String code) {}

    static ItemEntity of(SubjectRef ref, HeldItem item, byte[] sealed) {
        var row = new ItemEntity();
        row.key = new Key(ref.value(), item.code().value());
        row.category = item.category();
        row.keyClass = item.keyClass().name();
        row.value = sealed;
        return row;
    }

    HeldItem toDomain() {
        return new HeldItem(new ItemCode(key.code()), category, new KeyClass(keyClass));
    }
}
