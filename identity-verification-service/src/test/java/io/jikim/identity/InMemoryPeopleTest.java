package io.jikim.identity;

import io.jikim.identity.people.application.InMemoryPeople;
import io.jikim.identity.people.application.port.People;
import io.jikim.identity.people.application.port.Profiles;
import java.util.function.Supplier;

class InMemoryPeopleTest extends PeopleContract {

    private final InMemoryPeople people = new InMemoryPeople();

    @Override
    People people() {
        return people;
    }

    @Override
    Profiles profiles() {
        return people;
    }

    @Override
    <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
