package io.jikim.retention.systems.application.port;

import io.jikim.retention.systems.domain.Copy;
import io.jikim.retention.systems.domain.Person;
import io.jikim.retention.systems.domain.Remains;
import io.jikim.retention.systems.domain.Shape;
import io.jikim.retention.systems.domain.Step;
import io.jikim.retention.systems.domain.WorkPlan;
import java.util.List;

/// One transaction in an operator's database; what was not committed is undone on close. Every
/// method may throw [SystemUnreachable].
public interface OperatorSession extends AutoCloseable {

    /// What became of a transaction of this database.
    enum Settled {
        COMMITTED,
        UNDONE,
        RUNNING,
        UNKNOWN
    }

    Shape shape();

    /// The rows of an archive step, locked until the end of the transaction, in the order of their
    /// keys.
    List<Copy> copies(Person person, WorkPlan plan, Step step);

    /// Carries out a step and says how many rows it concerned.
    ///
    /// A row that other rows still refer to stays, with all its personal columns blanked.
    long apply(Person person, WorkPlan plan, Step step);

    /// How many rows a step concerns; changes nothing.
    long count(Person person, WorkPlan plan, Step step);

    /// What a carried-out plan should have removed and is still there, by place.
    Remains remains(Person person, WorkPlan plan);

    /// The id of this transaction, under which its fate can be asked later.
    String transaction();

    Settled settled(String transaction);

    void commit();

    @Override
    void close();
}
