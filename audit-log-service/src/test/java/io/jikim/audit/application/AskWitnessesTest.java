package io.jikim.audit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.jikim.audit.application.AskWitnesses.Report;
import io.jikim.audit.application.port.Checkpoints;
import io.jikim.audit.application.port.LogKeys;
import io.jikim.audit.application.port.Witnesses;
import io.jikim.audit.domain.Checkpoint;
import io.jikim.audit.domain.Frontier;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.MerkleHash;
import io.jikim.audit.domain.Tile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskWitnessesTest {
    private static final int SIZE = 600;
    private static final List<Hash> LEAVES =
            IntStream.range(0, SIZE)
                    .mapToObj(i -> MerkleHash.leaf(new byte[] {(byte) (i >> 8), (byte) i}))
                    .toList();

    /// In a log of 600 entries that is kept from 512 on.
    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, 1, 300, 511})
    void a_size_that_nothing_is_proven_from_stops_neither_the_log_nor_the_other_witness(long size) {
        var witnesses = new Two(size);
        var continuation = new Continuation(witnesses);
        var cosigned = new ArrayList<String>();
        var askWitnesses =
                new AskWitnesses(
                        witnesses,
                        new Signed(),
                        (_, witness, _) -> cosigned.add(witness),
                        new Keys(),
                        AskWitnessesTest::kept,
                        continuation);

        var reports = askWitnesses.ask();

        assertThat(reports).extracting(Report::witness).containsExactly("odd", "good");
        assertThat(reports).extracting(Report::well).containsExactly(false, true);
        assertThat(cosigned).containsExactly("good");
        assertThatNoException().isThrownBy(() -> continuation.require(SIZE));
    }

    private static List<Hash> kept(int level, long index, int width) {
        int from = (int) index * Tile.WIDTH;
        if (level == 0) {
            return index < 2 ? List.of() : LEAVES.subList(from, from + width);
        }
        return Frontier.EMPTY.append(LEAVES).tiles().stream().map(Tile::root).toList();
    }

    /// The first knows of a size of its own, the second cosigns.
    private record Two(long size) implements Witnesses {
        @Override
        public List<String> names() {
            return List.of("odd", "good");
        }

        @Override
        public Answer cosign(String witness, long old, List<Hash> proof, String note) {
            return witness.equals("odd") ? new Answer.Knows(size) : new Answer.Cosigned("line\n");
        }

        @Override
        public Optional<String> newest(String witness) {
            return Optional.empty();
        }
    }

    private static final class Signed implements Checkpoints {
        @Override
        public void save(SignedHead head) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<SignedHead> latest() {
            return Optional.of(new SignedHead(SIZE, "note"));
        }

        @Override
        public Optional<SignedHead> at(long size) {
            return Optional.empty();
        }
    }

    private static final class Keys implements LogKeys {
        @Override
        public String sign(Frontier head) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Checkpoint> opened(String note) {
            var root = Frontier.EMPTY.append(LEAVES).frontier().root();
            return Optional.of(new Checkpoint("jikim.test/log", SIZE, root));
        }

        @Override
        public String verifierKey() {
            throw new UnsupportedOperationException();
        }
    }
}
