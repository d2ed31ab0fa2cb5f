package io.jikim.identity.people.adapter.out.postgres;

import io.jikim.identity.people.domain.SubjectRef;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The rows of `person_item`.
@ApplicationScoped
class ItemRows implements PanacheRepositoryBase<ItemEntity, ItemEntity.Key> {

    List<ItemEntity> of(SubjectRef ref) {
        return list("key.ref = ?1 order by key.code", ref.value());
    }
}
