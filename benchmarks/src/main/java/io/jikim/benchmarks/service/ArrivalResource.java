package io.jikim.benchmarks.service;

import io.jikim.benchmarks.Percentiles;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;

/// How many facts of a run are in effect, and how long they took.
@Path("/arrivals/{run}")
@PermitAll
class ArrivalResource {

    private final Arrivals arrivals;

    ArrivalResource(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    @GET
    @Path("/count")
    public int count(@PathParam("run") String run) {
        return arrivals.of(run).size();
    }

    @GET
    @Path("/times")
    public Map<String, Object> times(@PathParam("run") String run) {
        return new Percentiles(arrivals.of(run).all()).summary();
    }
}
