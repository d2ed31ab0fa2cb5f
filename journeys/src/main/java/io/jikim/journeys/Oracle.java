package io.jikim.journeys;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import io.jikim.journeys.Crowd.Member;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Says after a fault whether everything that was accepted came true, once, and in order. It looks
/// into Kafka, the services' tables, the operator's tables and the mailbox; of the services it asks
/// only for the state of a case.
///
/// - nothing lost: each person has her case, and it is certified or alarmed; what a service says it
///   told stands on the topic and in the log
/// - no second effect: one case, one order per round, one certificate per revision, one entry per
///   event
/// - order: the sequence of each subject on each topic has no gap and no step back
/// - nothing parked, nothing set aside, nobody found by value
public final class Oracle {

    private static final String UNLOGGED = "jikim.audit-receipts";
    private static final String LATEST_ONLY = "jikim.policy";

    private final Scene scene;
    private final Crowd crowd;
    private final Ledger ledger;
    private int noticesEach = 1;

    public Oracle(Scene scene, Crowd crowd) {
        this.scene = scene;
        this.crowd = crowd;
        ledger = new Ledger(scene.stage);
    }

    /// A mail server takes a mail before its sender can note that: who dies in between tells the
    /// person again. So many notices may one person get.
    public Oracle allowingNotices(int each) {
        noticesEach = each;
        return this;
    }

    /// @throws StoryBroken with every complaint that is left when the time is over
    public void settle(Duration atMost) {
        var end = System.nanoTime() + atMost.toNanos();
        Patience.until("every case certified or alarmed", atMost, () -> unfinished().isEmpty());
        var complaints = complaints();
        while (!complaints.isEmpty()) {
            if (System.nanoTime() > end) {
                throw new StoryBroken(String.join("\n", complaints));
            }
            complaints = complaints();
        }
    }

    /// What is not as it should be now, each in a sentence; empty when all is well.
    List<String> complaints() {
        var told = Told.about(scene.cast.tenant, scene.stage.get("JIKIM_KAFKA"));
        var numbered = told.stream().filter(Told::isNumbered).toList();
        var complaints = new ArrayList<String>();
        complaints.addAll(unfinished());
        complaints.addAll(secondEffects(told));
        complaints.addAll(certificates(told));
        complaints.addAll(order(numbered));
        complaints.addAll(lost(numbered));
        complaints.addAll(log(told));
        complaints.addAll(leftAside());
        complaints.addAll(notices());
        complaints.addAll(stillThere());
        return complaints;
    }

    private List<String> unfinished() {
        var cases = new HashMap<String, String>();
        ledger.rows(
                        "retention",
                        """
                        select subject, case when state = 'CERTIFIED' then 'certified'
                               when overdue_at is not null then 'alarmed' else state end
                        from erasure where tenant = ?
                        """,
                        scene.cast.tenant)
                .forEach(row -> cases.merge(before(row), after(row), (a, b) -> a + " and " + b));
        return crowd.members().stream()
                .map(member -> member.subject().ref.toString())
                .filter(ref ->
                        !Set.of("certified", "alarmed").contains(cases.getOrDefault(ref, "")))
                .map(ref -> "case of " + ref + ": " + cases.getOrDefault(ref, "none"))
                .toList();
    }

    /// Facts that may be told once only; a record that is sent again keeps its event id.
    static List<String> secondEffects(List<Told> told) {
        var once = new LinkedHashMap<String, Set<String>>();
        for (var record : told) {
            var data = record.data();
            var what =
                    switch (record.fact()) {
                        case "membership.terminated" -> "of " + record.key();
                        case "erasure.opened" -> "of " + record.key();
                        case "erasure.ordered" ->
                                data.path("caseId").asText() + " round " + data.path("round");
                        case "erasure.certified" ->
                                data.path("caseId").asText() + " revision " + data.path("revision");
                        case "erasure.acknowledged" -> acknowledged(data.path("acknowledgement"));
                        default -> "";
                    };
            if (!what.isEmpty()) {
                once.computeIfAbsent(record.fact() + " " + what, _ -> new HashSet<>())
                        .add(record.id());
            }
        }
        return once.entrySet().stream()
                .filter(fact -> fact.getValue().size() > 1)
                .map(fact -> fact.getKey() + " was told by " + fact.getValue().size() + " events")
                .toList();
    }

    private static String acknowledged(com.fasterxml.jackson.databind.JsonNode said) {
        return said.path("caseId").asText()
                + " "
                + said.path("participant").asText()
                + " "
                + said.path("phase").asText()
                + " "
                + said.path("round");
    }

    /// The certificates that stand in the table are exactly those that were told, from revision 1
    /// without a gap.
    private List<String> certificates(List<Told> told) {
        var issued =
                ledger
                        .rows(
                                "retention",
                                "select erasure, revision from certificate where tenant = ?",
                                scene.cast.tenant)
                        .stream()
                        .collect(toCollection(TreeSet::new));
        var announced =
                told.stream()
                        .filter(record -> record.fact().equals("erasure.certified"))
                        .map(Told::data)
                        .map(data -> data.path("caseId").asText() + "|" + data.path("revision"))
                        .collect(toCollection(TreeSet::new));
        var complaints = new ArrayList<String>();
        if (!issued.equals(announced)) {
            complaints.add("certificates issued " + issued + " but told " + announced);
        }
        issued.stream()
                .collect(groupingBy(Oracle::before, mapping(Oracle::after, toSet())))
                .forEach((erasure, revisions) -> {
                    for (int revision = 1; revision <= revisions.size(); revision++) {
                        if (!revisions.contains(String.valueOf(revision))) {
                            complaints.add(erasure + " has revisions " + revisions);
                        }
                    }
                });
        return complaints;
    }

    /// Where a relay died, the end of a stream may stand twice: it repeats what was told, and only
    /// what is new goes on by one.
    static List<String> order(List<Told> told) {
        var complaints = new ArrayList<String>();
        var streams = new HashMap<Told.Stream, List<String>>();
        for (var record : told) {
            if (record.topic().equals(LATEST_ONLY)) {
                continue;
            }
            var ids = streams.computeIfAbsent(record.stream(), _ -> new ArrayList<>());
            var sequence = record.sequence();
            if (sequence == ids.size() + 1L) {
                ids.add(record.id());
            } else if (sequence > ids.size()) {
                complaints.add(record.place() + " is " + sequence + " after " + ids.size());
            } else if (!ids.get((int) sequence - 1).equals(record.id())) {
                complaints.add(record.place() + ": another event was number " + sequence);
            }
        }
        return complaints;
    }

    /// What a service counted as told is on the topic, and nothing waits in its outbox.
    private List<String> lost(List<Told> told) {
        var last =
                told.stream()
                        .collect(
                                groupingBy(
                                        t ->
                                                t.stream().subject()
                                                        + "|"
                                                        + t.topic()
                                                        + "|"
                                                        + source(t),
                                        mapping(Told::sequence, toSet())));
        var complaints = new ArrayList<String>();
        for (var database : Ledger.DATABASES) {
            ledger.rows(
                            database,
                            """
                            select subject || '|' || topic || '|' || source, last_sequence
                            from subject_stream where tenant = ? and topic <> ?
                            """,
                            scene.cast.tenant,
                            LATEST_ONLY)
                    .forEach(row -> {
                        var stream = row.substring(0, row.lastIndexOf('|'));
                        var number = Long.parseLong(row.substring(row.lastIndexOf('|') + 1));
                        if (!last.getOrDefault(stream, Set.of()).contains(number)) {
                            complaints.add(stream + " has no number " + number + " in Kafka");
                        }
                    });
            ledger.rows(
                            database,
                            "select type, event_id from outbox where tenant = ?",
                            scene.cast.tenant)
                    .forEach(row -> complaints.add(row + " waits in the outbox of " + database));
        }
        return complaints;
    }

    private static String source(Told told) {
        return told.stream().source();
    }

    /// One entry of the log per event: not one without, and (as the log's ids are unique) no
    /// second.
    private List<String> log(List<Told> told) {
        var entries = new HashSet<>(ledger.rows("audit", "select event_id from entry"));
        var complaints = new ArrayList<String>();
        told.stream()
                .filter(record -> !record.topic().equals(UNLOGGED))
                .filter(record -> !entries.contains(record.id()))
                .forEach(record -> complaints.add(record.place() + " is not in the log"));
        var size = ledger.rows("audit", "select size from log_state").getFirst();
        var count = ledger.rows("audit", "select count(*) from entry").getFirst();
        if (!size.equals(count)) {
            complaints.add("the log says it has " + size + " entries and has " + count);
        }
        return complaints;
    }

    private List<String> leftAside() {
        var complaints = new ArrayList<String>();
        for (var database : Ledger.DATABASES) {
            ledger.rows(
                            database,
                            "select type, reason, error from parked where tenant = ? and state = 'PARKED'",
                            scene.cast.tenant)
                    .forEach(row -> complaints.add("parked in " + database + ": " + row));
        }
        ledger.rows("audit", "select topic, position, why from set_aside")
                .forEach(row -> complaints.add("set aside by the log: " + row));
        return complaints;
    }

    private List<String> notices() {
        var post = new Post(scene.stage);
        return crowd.members().stream()
                .map(member -> Map.entry(member, post.count(member.email())))
                .filter(count -> count.getValue() < 1 || count.getValue() > noticesEach)
                .map(count -> count.getValue() + " notices to " + count.getKey().subject().ref)
                .toList();
    }

    private List<String> stillThere() {
        var complaints = new ArrayList<String>();
        var found = new Sightings(scene.stage.clusters()).of(crowd.values()).found();
        found.forEach(
                (table, rows) -> complaints.add(rows + " rows of " + table + " know somebody"));
        for (Member member : crowd.members()) {
            var ref = member.subject().ref.toString();
            if (scene.cast.realm.knows(ref)) {
                complaints.add(ref + " still has a login account");
            }
            if (scene.cast.databases.count("login_logs where administrator_id = " + member.row())
                    > 0) {
                complaints.add(ref + " still has login logs");
            }
        }
        return complaints;
    }

    private static String before(String row) {
        return row.substring(0, row.indexOf('|'));
    }

    private static String after(String row) {
        return row.substring(row.indexOf('|') + 1);
    }
}
