package io.jikim.identity.people.adapter.out.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jikim.identity.people.application.port.LoginAccounts;
import io.jikim.identity.people.domain.SubjectRef;
import io.jikim.platform.access.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Accounts whose user name is the `subjectRef`: no name, no address.
@ApplicationScoped
class KeycloakAccounts implements LoginAccounts {

    private static final String ROLE = "DATA_SUBJECT";
    private static final String MAPPINGS = "/role-mappings/realm";

    private final RealmAdmin realm;
    private final CurrentTenant tenant;

    KeycloakAccounts(RealmAdmin realm, CurrentTenant tenant) {
        this.realm = realm;
        this.tenant = tenant;
    }

    @Override
    public void create(SubjectRef ref) {
        var account =
                Map.of(
                        "username",
                        ref.toString(),
                        "enabled",
                        true,
                        "attributes",
                        Map.of(
                                "tenant", List.of(tenant.get().code()),
                                "subjectRef", List.of(ref.toString())));
        // 409: an attempt before got as far as this
        realm.send("POST", "/users", account, Set.of(201, 409));
        var id = find(ref).orElseThrow(() -> new ProviderAway("The account cannot be found"));
        for (var role : realm.get("/users/" + id + MAPPINGS + "/available")) {
            if (ROLE.equals(role.path("name").asText())) {
                realm.send("POST", "/users/" + id + MAPPINGS, List.of(role), Set.of(204));
            }
        }
    }

    @Override
    public int block(SubjectRef ref) {
        var id = find(ref);
        id.ifPresent(this::block);
        return id.isPresent() ? 1 : 0;
    }

    /// It may go meanwhile: whoever makes accounts takes that of somebody back who has left.
    private void block(String id) {
        realm.find("/users/" + id)
                .ifPresent(account -> {
                    if (account instanceof ObjectNode whole) {
                        // the whole of it: what is left out of an update may be emptied
                        whole.put("enabled", false);
                    }
                    realm.send("PUT", "/users/" + id, account, Set.of(204, 404));
                    realm.send("POST", "/users/" + id + "/logout", null, Set.of(204, 404));
                });
    }

    @Override
    public int delete(SubjectRef ref) {
        var id = find(ref);
        id.ifPresent(this::delete);
        if (find(ref).isPresent()) {
            throw new ProviderAway("The account is still there after it was deleted");
        }
        return id.isPresent() ? 1 : 0;
    }

    private void delete(String id) {
        realm.send("POST", "/users/" + id + "/logout", null, Set.of(204, 404));
        realm.send("DELETE", "/users/" + id, null, Set.of(204, 404));
    }

    private Optional<String> find(SubjectRef ref) {
        var found = realm.get("/users?exact=true&username=" + ref);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0).path("id").asText());
    }
}
