package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.application.ReadTiles;
import io.jikim.audit.domain.TileAddress;
import io.jikim.platform.edge.InBulk;
import io.jikim.platform.problem.Refusal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/// The log as foreign verifiers read it (C2SP tlog-tiles, under the prefix `/v1/log`): open to
/// everyone, because a leaf holds commitments only.
@Path("/v1/log/tile")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_OCTET_STREAM)
class TileResource {
    private static final String LEAVES = "0";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    // its full tile will be asked for instead: nobody needs to keep every width on the way there
    private static final String FOR_A_WHILE = "public, max-age=60";

    private final ReadTiles readTiles;

    TileResource(ReadTiles readTiles) {
        this.readTiles = readTiles;
    }

    @GET
    @Path("/{level}/{place: .+}")
    @PermitAll
    @InBulk
    @Operation(
            summary = "A tile of the Merkle tree: up to 256 hashes of 32 bytes (C2SP tlog-tiles)",
            description =
                    "`place` is the tile's index in groups of three digits, all but the last behind an x"
                            + " (1234067 is x001/x234/067), followed by .p/ and a width from 1 to 255 for as much of"
                            + " it as a smaller log had.")
    public RestResponse<byte[]> tile(
            @PathParam("level") @Encoded String level,
            @PathParam("place") @Encoded String place,
            @Context HttpServerRequest request) {
        requireExactly(level + "/" + place, request);
        return answer(TileAddress.read(level, place), readTiles::hashes);
    }

    @GET
    @Path("/entries/{place: .+}")
    @PermitAll
    @InBulk
    @Operation(
            summary =
                    "The leaves below a tile of level 0, each after its length in two bytes (C2SP tlog-tiles)",
            description = "`place` as for tiles.")
    public RestResponse<byte[]> entries(
            @PathParam("place") @Encoded String place, @Context HttpServerRequest request) {
        requireExactly("entries/" + place, request);
        return answer(TileAddress.read(LEAVES, place), readTiles::bundle);
    }

    private static RestResponse<byte[]> answer(
            Optional<TileAddress> asked, Function<TileAddress, Optional<byte[]>> read) {
        var address = asked.orElseThrow(TileResource::unknown);
        var bytes = read.apply(address).orElseThrow(TileResource::unknown);
        return RestResponse.ResponseBuilder.ok(bytes)
                .header(HttpHeaders.CACHE_CONTROL, address.isFull() ? FOR_EVER : FOR_A_WHILE)
                .build();
    }

    /// The server takes slashes at the end and parameters behind a semicolon for nothing; a cache
    /// in between would keep the same tile under every such name.
    private static void requireExactly(String path, HttpServerRequest request) {
        if (!request.path().endsWith("/log/tile/" + path)) {
            throw unknown();
        }
    }

    private static Refusal unknown() {
        return new Refusal(404, "tile-unknown");
    }
}
