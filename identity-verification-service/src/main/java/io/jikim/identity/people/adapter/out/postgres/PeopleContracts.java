package io.jikim.identity.people.adapter.out.postgres;

import io.jikim.contracts.Event;
import io.jikim.contracts.Kind;
import io.jikim.contracts.PersonCorrected;
import io.jikim.contracts.PersonRegistered;
import io.jikim.identity.people.domain.ItemCode;
import io.jikim.identity.people.domain.PersonFact;
import java.util.List;

/// Facts about people as the others are told them.
final class PeopleContracts {

    private PeopleContracts() {}

    static Event of(PersonFact fact) {
        return switch (fact) {
            case PersonFact.Registered e ->
                    new PersonRegistered(
                            e.ref().value(),
                            switch (e.kind()) {
                                case ADMINISTRATOR -> Kind.ADMINISTRATOR;
                                case SUB_ADMINISTRATOR -> Kind.SUB_ADMINISTRATOR;
                                case USER -> Kind.USER;
                            },
                            codes(e.items()),
                            e.at());
            case PersonFact.Corrected e ->
                    new PersonCorrected(e.ref().value(), codes(e.items()), e.at());
        };
    }

    private static List<String> codes(List<ItemCode> items) {
        return items.stream().map(ItemCode::value).toList();
    }
}
