package io.jikim.audit.application;

import io.jikim.audit.application.port.NotContinued;
import io.jikim.audit.application.port.Witnesses;
import io.jikim.audit.domain.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What is known outside of the database of this log. An older copy of it, or another one under the
/// same key, is not gone on from.
@ApplicationScoped
public class Continuation {
    private final Witnesses witnesses;
    private final Map<String, Standing> standings = new ConcurrentHashMap<>();

    Continuation(Witnesses witnesses) {
        this.witnesses = witnesses;
    }

    void learn(String witness, Standing standing) {
        standings.put(witness, standing);
    }

    /// A witness that is away says nothing against the log: it goes on.
    void learnNothing(String witness) {
        standings.putIfAbsent(witness, new Standing.Continues(0));
    }

    /// @throws NotContinued unless a log of this size may grow
    void require(long size) {
        for (var witness : witnesses.names()) {
            var standing = standings.get(witness);
            switch (standing) {
                case null -> throw new NotContinued("the witness was not asked yet: " + witness);
                case Standing.Continues(var witnessed) when size >= witnessed -> {}
                case Standing.Continues(var witnessed) ->
                        throw new NotContinued(
                                new Standing.FallenBehind(size, witnessed).inWords());
                case Standing.FallenBehind _, Standing.Forked _ ->
                        throw new NotContinued(standing.inWords());
            }
        }
    }
}
