package io.jikim.audit.application.port;

import io.jikim.audit.domain.ChainEnd;
import io.jikim.audit.domain.Person;
import java.util.Collection;
import java.util.Map;

/// The newest record about each person, of all tenants, beside the log: what her next one is
/// chained to.
public interface Chains {

    /// Of those about whom something was numbered and is kept.
    Map<Person, ChainEnd> ends(Collection<Person> persons);

    /// In the transaction that has appended; whoever lost the log's head to another sequencer must
    /// not come here.
    void move(Map<Person, ChainEnd> moved);
}
