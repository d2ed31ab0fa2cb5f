package io.jikim.platform.notes;

import io.jikim.platform.access.Caller;
import io.jikim.platform.crypto.KeyUnavailable;
import io.jikim.platform.problem.Idempotency;
import io.jikim.platform.problem.Refusal;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.UUID;

@Path("/v1/notes")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class NoteResource {

    private final Notes notes;
    private final Idempotency idempotency;
    private final Caller caller;

    NoteResource(Notes notes, Idempotency idempotency, Caller caller) {
        this.notes = notes;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @PermissionsAllowed("identity.people:register")
    public Made write(@HeaderParam("Idempotency-Key") String key, @Valid NewNote note) {
        return new Made(idempotency.once(key, "write-note", note, () -> notes.write(note.text())));
    }

    @GET
    @PermissionsAllowed("identity.people:list")
    public List<UUID> all() {
        return notes.all();
    }

    @GET
    @Path("/{id}")
    @PermissionsAllowed("identity.people:read")
    public Note read(@PathParam("id") UUID id) {
        return notes.read(id, caller.access("note.read"))
                .map(Note::new)
                .orElseThrow(() -> new Refusal(404, "not-found"));
    }

    @GET
    @Path("/caller")
    @PermissionsAllowed("identity.people:list")
    public Seen caller() {
        return new Seen(caller.actor().id(), caller.actor().role(), caller.from());
    }

    @GET
    @Path("/open")
    @PermitAll
    public Note open() {
        return new Note("for everybody");
    }

    @GET
    @Path("/failing/{kind}")
    @PermissionsAllowed("identity.people:list")
    public Note fail(@PathParam("kind") String kind) {
        throw switch (kind) {
            case "lock" -> new OptimisticLockException("note 7 of table note");
            case "keys" -> new KeyUnavailable("connection to 10.0.0.7 refused");
            case "database" ->
                    new IllegalStateException(
                            new SQLTransientConnectionException("10.0.0.7:5432 is away"));
            default -> new IllegalStateException("select * from note where secret");
        };
    }

    record NewNote(@NotBlank String text) {}

    record Made(UUID id) {}

    record Note(String text) {}

    record Seen(String id, String role, String from) {}
}
