package io.jikim.testkit.architecture.bad.adapter.in.rest;

import io.jikim.testkit.architecture.bad.adapter.in.kafka.Listener;
import io.jikim.testkit.architecture.bad.adapter.out.mail.CallsBack;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/v1/open")
class OpenResource {
    Listener listener;
    CallsBack mail;
    EntityManager rows;

    @GET
    public void forgotten() {}

    @GET
    @Path("/unlisted")
    @PermitAll
    public void unlisted() {}

    @GET
    @Path("/hidden")
    @PermissionsAllowed("consent.policies:read")
    void hidden() {}
}
