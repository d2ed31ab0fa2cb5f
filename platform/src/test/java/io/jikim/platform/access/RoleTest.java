package io.jikim.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void names_every_permission_in_one_form() {
        assertThat(Arrays.stream(Role.values()).flatMap(role -> role.permissions().stream()))
                .allMatch(
                        p -> p.matches("(consent|identity|audit|retention|ops)\\.[a-z-]+:[a-z-]+"));
    }

    @Test
    void lets_an_auditor_look_and_never_touch() {
        assertThat(Role.AUDITOR.permissions()).allMatch(p -> p.matches(".*:(read|list)"));
        assertThat(Role.AUDITOR.permissions()).noneMatch(p -> p.startsWith("identity."));
    }

    @Test
    void shows_the_platform_operator_nobody_s_data() {
        assertThat(Role.PLATFORM_OPERATOR.permissions())
                .doesNotContain("identity.people:read", "retention.archive:read");
    }

    @Test
    void keeps_the_archive_from_those_who_run_the_live_system() {
        assertThat(whoMay("retention.archive:read")).containsOnly(Role.HOLD_CUSTODIAN);
        assertThat(Role.HOLD_CUSTODIAN.permissions())
                .noneMatch(p -> p.startsWith("identity.") || p.startsWith("consent."));
    }

    @Test
    void tells_identifiers_to_machines_only() {
        assertThat(whoMay("retention.identifiers:read"))
                .containsOnly(Role.PARTICIPANT, Role.JIKIM_SERVICE);
        assertThat(whoMay("retention.identifiers:deposit")).containsOnly(Role.JIKIM_SERVICE);
    }

    @Test
    void lets_a_recorder_tell_and_never_look() {
        assertThat(Role.RECORDER.permissions()).containsOnly("audit.access-records:append");
        assertThat(whoMay("audit.access-records:append")).containsOnly(Role.RECORDER);
    }

    @Test
    void adds_up_what_several_roles_may() {
        assertThat(Role.permissionsOf(List.of("AUDITOR", "HOLD_CUSTODIAN", "unknown")))
                .containsAll(Role.AUDITOR.permissions())
                .containsAll(Role.HOLD_CUSTODIAN.permissions());
        assertThat(Role.permissionsOf(List.of("unknown"))).isEmpty();
    }

    private static Set<Role> whoMay(String permission) {
        return Arrays.stream(Role.values())
                .filter(role -> role.permissions().contains(permission))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
