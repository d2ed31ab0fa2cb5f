package io.jikim.retention.systems.adapter.in.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.jikim.platform.access.CurrentTenant;
import io.jikim.platform.problem.Idempotency;
import io.jikim.platform.problem.Refusal;
import io.jikim.retention.erasure.domain.TenantCode;
import io.jikim.retention.systems.application.ConnectSystem;
import io.jikim.retention.systems.application.CountRows;
import io.jikim.retention.systems.application.Examination;
import io.jikim.retention.systems.application.ExamineMapping;
import io.jikim.retention.systems.application.ListSystems;
import io.jikim.retention.systems.application.port.SystemUnreachable;
import io.jikim.retention.systems.domain.Login;
import io.jikim.retention.systems.domain.Mapping;
import io.jikim.retention.systems.domain.Person;
import io.jikim.retention.systems.domain.PersonKind;
import io.jikim.retention.systems.domain.SystemState;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Connected systems, over REST.
@Path("/v1/systems")
@RunOnVirtualThread
class SystemResource {
    private final ExamineMapping examine;
    private final ConnectSystem connect;
    private final ListSystems list;
    private final CountRows count;
    private final CurrentTenant tenant;
    private final Idempotency idempotency;

    SystemResource(
            ExamineMapping examine,
            ConnectSystem connect,
            ListSystems list,
            CountRows count,
            CurrentTenant tenant,
            Idempotency idempotency) {
        this.examine = examine;
        this.connect = connect;
        this.list = list;
        this.count = count;
        this.tenant = tenant;
        this.idempotency = idempotency;
    }

    record ConnectRequest(@Valid @NotNull Connection connection, @NotNull JsonNode mapping) {
        @Override
        public String toString() {
            return "ConnectRequest[sealed]";
        }
    }

    record Connection(@NotBlank String url, @NotBlank String user, @NotNull String password) {
        Login toDomain() {
            return new Login(url, user, password);
        }

        @Override
        public String toString() {
            return "Connection[sealed]";
        }
    }

    record PersonRequest(
            @NotNull PersonKind kind, @Nullable String externalId, @Nullable String email) {
        @Override
        public String toString() {
            return "PersonRequest[sealed]";
        }
    }

    record ConnectedView(UUID systemId, String name) {}

    record SystemView(
            UUID systemId,
            String name,
            Instant connectedAt,
            @Nullable String away,
            List<String> alarms) {
        static SystemView of(SystemState state) {
            return new SystemView(
                    state.id(), state.name(), state.connectedAt(), state.away(), state.alarms());
        }
    }

    record SystemsView(List<SystemView> systems) {}

    record DryRunView(List<CountRows.Line> tables, List<String> alarms) {}

    @GET
    @PermissionsAllowed("retention.systems:read")
    public SystemsView list() {
        return new SystemsView(list.of(here()).stream().map(SystemView::of).toList());
    }

    /// The password is stored sealed and never shown again.
    @POST
    @PermissionsAllowed("retention.systems:write")
    public Response connect(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull ConnectRequest request) {
        String document = request.mapping().toString();
        var login = request.connection().toDomain();
        return switch (examine.examine(document, login)) {
            case Examination.Fits(var mapping) -> connected(key, request, document, mapping, login);
            case Examination.Refused(var problems) ->
                    throw new Refusal(
                            422,
                            "mapping-refused",
                            "The mapping does not fit the database",
                            problems);
            case Examination.Unreachable(var reason) ->
                    throw new Refusal(503, "system-unreachable", reason);
        };
    }

    private Response connected(
            @Nullable String key,
            ConnectRequest request,
            String document,
            Mapping mapping,
            Login login) {
        var id =
                idempotency.once(
                        key,
                        "POST /v1/systems",
                        request,
                        () -> connect.connect(here(), document, mapping, login));
        return Response.created(URI.create("/v1/systems/" + mapping.system()))
                .entity(new ConnectedView(id, mapping.system()))
                .build();
    }

    /// What a whole erasure of a person would meet. Changes nothing, so it takes no key; the person
    /// stands in the body because an address must not stand in a URL.
    @POST
    @Path("/{name}/dry-run")
    @PermissionsAllowed("retention.systems:write")
    public DryRunView dryRun(
            @PathParam("name") String name, @Valid @NotNull PersonRequest request) {
        var person = new Person(request.kind(), request.externalId(), request.email());
        try {
            return count.of(here(), name, person)
                    .map(run -> new DryRunView(run.lines(), run.alarms()))
                    .orElseThrow(() -> new Refusal(404, "not-found"));
        } catch (SystemUnreachable e) {
            throw new Refusal(503, "system-unreachable", e.getMessage());
        }
    }

    private TenantCode here() {
        return new TenantCode(tenant.get().code());
    }
}
