package io.jikim.identity.people.application;

import io.jikim.identity.people.application.port.People;
import io.jikim.identity.people.domain.Person;
import io.jikim.identity.people.domain.PersonKind;
import io.jikim.identity.people.domain.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/// Query: who is known, page by page, without anything that was given.
@ApplicationScoped
public class ListPeople {

    private final People people;

    public ListPeople(People people) {
        this.people = people;
    }

    /// At most `limit` people after `after`, in the order of their refs.
    @Transactional
    public List<Person> page(Optional<SubjectRef> after, Optional<PersonKind> kind, int limit) {
        return people.page(after, kind, limit);
    }
}
