package io.jikim.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.MerkleHash;
import io.jikim.audit.domain.Tile;
import io.jikim.audit.domain.TileAddress;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Reads the log over HTTP as a client does that knows nothing of us but the specification.
final class TileReader {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private TileReader() {}

    /// What a foreign client does: hashes all leaves, and compares every tile and the root.
    static long verified(String checkpoint) {
        var lines = checkpoint.split("\n", -1);
        long size = Long.parseLong(lines[1]);
        var row = new ArrayList<Hash>();
        addresses(0, size)
                .forEach(address ->
                        leaves(found(get("entries/" + address.place())))
                                .forEach(leaf -> row.add(MerkleHash.leaf(leaf))));
        assertThat(row).hasSize((int) size);
        assertThat(root(row).bytes()).isEqualTo(Base64.getDecoder().decode(lines[2]));
        List<Hash> hashes = row;
        for (int level = 0; !hashes.isEmpty(); level++) {
            var tiles = new ArrayList<Hash>();
            for (var address : addresses(level, size)) {
                int from = (int) address.index() * Tile.WIDTH;
                var expected = hashes.subList(from, from + address.width());
                assertThat(found(get(address))).isEqualTo(Hash.joined(expected));
                if (address.isFull()) {
                    tiles.add(root(expected));
                }
            }
            hashes = tiles;
        }
        return size;
    }

    /// The tiles of a level, as a log of this size has them.
    private static List<TileAddress> addresses(int level, long size) {
        long row = size >>> (Tile.HEIGHT * level);
        var addresses = new ArrayList<TileAddress>();
        for (long from = 0; from < row; from += Tile.WIDTH) {
            addresses.add(
                    new TileAddress(
                            level, from / Tile.WIDTH, (int) Math.min(Tile.WIDTH, row - from)));
        }
        return addresses;
    }

    private static List<byte[]> leaves(byte[] bundle) {
        var leaves = new ArrayList<byte[]>();
        var rest = ByteBuffer.wrap(bundle);
        while (rest.hasRemaining()) {
            var leaf = new byte[Short.toUnsignedInt(rest.getShort())];
            rest.get(leaf);
            leaves.add(leaf);
        }
        return leaves;
    }

    /// MTH word for word as RFC 9162 §2.1.1 has it, over leaf hashes.
    private static Hash root(List<Hash> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return MerkleHash.node(
                root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    static String checkpoint() {
        return new String(found(get("../checkpoint")), StandardCharsets.UTF_8);
    }

    static byte[] found(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(200);
        return answer.body();
    }

    static String path(TileAddress address) {
        return address.level() + "/" + address.place();
    }

    static HttpResponse<byte[]> get(TileAddress address) {
        return get(path(address));
    }

    /// Each call comes from a client of its own, so that no limit is met unawares.
    static HttpResponse<byte[]> get(String path) {
        int client = CLIENTS.incrementAndGet();
        return send(
                "GET",
                path,
                "X-Forwarded-For",
                "198.18.%d.%d".formatted(client >> 8 & 0xff, client & 0xff));
    }

    static HttpResponse<byte[]> send(String verb, String path, String... headers) {
        var address =
                "http://localhost:%d/v1/log/%s"
                        .formatted(
                                RestAssured.port,
                                path.startsWith("../") ? path.substring(3) : "tile/" + path);
        var request = HttpRequest.newBuilder(URI.create(address)).method(verb, none());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(address, e);
        }
    }

    private static HttpRequest.BodyPublisher none() {
        return HttpRequest.BodyPublishers.noBody();
    }

    static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
