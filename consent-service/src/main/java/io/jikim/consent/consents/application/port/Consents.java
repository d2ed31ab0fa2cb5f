package io.jikim.consent.consents.application.port;

import io.jikim.consent.consents.domain.ConsentFact;
import io.jikim.consent.consents.domain.ConsentHistory;
import io.jikim.consent.consents.domain.ConsentId;
import io.jikim.consent.consents.domain.ConsentRecord;
import io.jikim.consent.consents.domain.Notice;
import io.jikim.consent.consents.domain.SubjectRef;
import io.jikim.platform.access.Access;
import java.util.Optional;

/// The consent histories of this tenant's people.
public interface Consents {

    /// One entry, to decide about it.
    Optional<ConsentRecord> find(ConsentId id);

    /// A person's history, to decide by it.
    ConsentHistory historyOf(SubjectRef subject);

    /// A person's history, for somebody to read: leaves an access record.
    ConsentHistory read(SubjectRef subject, Access access);

    /// Keeps the text that was shown, once per digest, so that it can be proven later.
    void keep(Notice shown);

    /// Adds an entry and announces the fact, both or neither.
    void add(ConsentRecord entry, ConsentFact fact);
}
