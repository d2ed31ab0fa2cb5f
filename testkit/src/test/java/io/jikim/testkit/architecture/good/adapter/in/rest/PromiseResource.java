package io.jikim.testkit.architecture.good.adapter.in.rest;

import io.jikim.testkit.architecture.good.application.KeepPromise;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/v1/log")
class PromiseResource {
    KeepPromise keepPromise;

    @GET
    @PermissionsAllowed("consent.policies:read")
    public boolean kept() {
        return keepPromise.isKept("promise");
    }

    @GET
    @Path("/key")
    @PermitAll
    public String key() {
        return "key";
    }
}
