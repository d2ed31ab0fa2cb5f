package io.jikim.identity.people.domain;

import static io.jikim.identity.people.domain.PersonKind.ADMINISTRATOR;
import static io.jikim.identity.people.domain.PersonKind.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CollectionPolicyTest {

    private static final ItemCode NAME = new ItemCode("first-name");
    private static final ItemCode COOKIES = new ItemCode("cookies");
    private static final CollectionPolicy POLICY =
            new CollectionPolicy(
                    1,
                    List.of(
                            new CollectedItem(
                                    NAME,
                                    "profile",
                                    Set.of(ADMINISTRATOR),
                                    Set.of(ADMINISTRATOR),
                                    Set.of()),
                            new CollectedItem(
                                    ItemCode.EMAIL,
                                    "profile",
                                    Set.of(ADMINISTRATOR, USER),
                                    Set.of(ADMINISTRATOR, USER),
                                    Set.of()),
                            new CollectedItem(
                                    COOKIES, "cookies", Set.of(USER), Set.of(), Set.of(USER))));

    @Test
    void admits_the_items_of_a_kind_each_under_its_key() {
        assertThat(POLICY.admit(USER, Set.of(ItemCode.EMAIL, COOKIES)))
                .isEqualTo(
                        new Admission.Admitted(
                                List.of(
                                        new HeldItem(
                                                COOKIES, "cookies", new KeyClass("item:cookies")),
                                        new HeldItem(
                                                ItemCode.EMAIL, "profile", KeyClass.PROFILE))));
    }

    @Test
    void names_everything_that_is_wrong_at_once() {
        assertThat(POLICY.admit(ADMINISTRATOR, Set.of(COOKIES)))
                .isEqualTo(new Admission.Refused(List.of(COOKIES), List.of(ItemCode.EMAIL, NAME)));
    }
}
