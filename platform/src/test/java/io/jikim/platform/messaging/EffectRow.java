package io.jikim.platform.messaging;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/// A row of an effect as an entity, which is written when the session sees fit.
@Entity
@Table(name = "effect")
class EffectRow {

    @Id long id;
    String consumer = "";
    String purpose = "";
}
