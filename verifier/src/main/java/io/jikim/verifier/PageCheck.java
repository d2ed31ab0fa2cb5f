package io.jikim.verifier;

import io.jikim.verifier.AnsweredRecord.ShownPlace;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Whether each record of a page is what the log's key has signed, and has the place in the
/// person's numbering that it is shown with.
final class PageCheck {
    private static final int HASH_LENGTH = 32;
    private static final int SALT_LENGTH = 16;
    private static final String NOTHING = "00".repeat(HASH_LENGTH);

    /// A number of one numbering.
    private record Shown(long since, long number) {
        Shown(ShownPlace place) {
            this(place.since(), place.number());
        }
    }

    private final AnswerPage page;
    private final SignedHead head;
    private final Findings findings;

    /// @param head what the page's checkpoint says
    PageCheck(AnswerPage page, SignedHead head, Findings findings) {
        this.page = page;
        this.head = head;
        this.findings = findings;
    }

    /// Those that hold.
    List<Known> known() {
        var known = new ArrayList<Known>();
        var shown = new HashSet<Shown>();
        for (var record : page.records()) {
            var leaf = Strict.base64(record.leaf()).flatMap(Commitments::read);
            var fault =
                    leaf.map(commitments -> fault(record, commitments))
                            .orElse(Optional.of("has a leaf that is not of this log's format"));
            if (fault.isEmpty() && !shown.add(new Shown(record.place()))) {
                fault = Optional.of("stands twice");
            }
            fault.ifPresentOrElse(
                    why -> findings.fails(page.name() + ": " + record.named() + " " + why),
                    () -> known.add(known(record, leaf.orElseThrow())));
        }
        return known;
    }

    private Known known(AnsweredRecord record, Commitments leaf) {
        var place = record.place();
        return new Known(
                page.name(),
                head.size(),
                record.index(),
                place.since(),
                place.number(),
                hex(place.previous()),
                HexFormat.of().formatHex(leaf.leafHash()));
    }

    /// What is wrong with a record, in words that follow its name.
    private Optional<String> fault(AnsweredRecord record, Commitments leaf) {
        if (!opensAll(record, leaf)) {
            return Optional.of("shows a field that is not what its leaf commits to");
        }
        if (!isPlaced(record)) {
            return Optional.of("has another place than its leaf commits to");
        }
        if (!isPossible(record)) {
            return Optional.of("cannot stand there in any numbering");
        }
        return leadsToRoot(record, leaf)
                ? Optional.empty()
                : Optional.of("does not lead to the checkpoint's root");
    }

    private static boolean opensAll(AnsweredRecord record, Commitments commitments) {
        return record.disclosed().entrySet().stream()
                .allMatch(field ->
                        salt(field.getValue().salt())
                                .filter(salt ->
                                        commitments.opens(
                                                field.getKey(), salt, field.getValue().value()))
                                .isPresent());
    }

    private boolean isPlaced(AnsweredRecord record) {
        var place = record.place();
        var root = record.disclosed().get("places");
        var salt = salt(place.salt());
        var path = hashes(place.path());
        if (root == null || salt.isEmpty() || path.isEmpty() || hash(place.previous()).isEmpty()) {
            return false;
        }
        var commitment = PlaceTree.place(salt.get(), text(place));
        var top = PlaceTree.climb(commitment, path.get());
        return root.value().equals(HexFormat.of().formatHex(top));
    }

    private String text(ShownPlace place) {
        return page.subject()
                + " "
                + place.since()
                + " "
                + place.number()
                + " "
                + hex(place.previous());
    }

    /// The first of a numbering has nothing before it and begins it; every other one comes later.
    private static boolean isPossible(AnsweredRecord record) {
        var place = record.place();
        boolean first = place.number() == 1;
        return place.number() > 0
                && first == hex(place.previous()).equals(NOTHING)
                && (first ? place.since() == record.index() : place.since() < record.index());
    }

    private boolean leadsToRoot(AnsweredRecord record, Commitments leaf) {
        return hashes(record.hashes())
                .filter(hashes ->
                        new InclusionProof(hashes)
                                .leadsTo(
                                        head.root(),
                                        BigInteger.valueOf(record.index()),
                                        BigInteger.valueOf(head.size()),
                                        leaf.leafHash()))
                .isPresent();
    }

    private static Optional<List<byte[]>> hashes(List<String> texts) {
        var hashes = texts.stream().map(PageCheck::hash).flatMap(Optional::stream).toList();
        return hashes.size() == texts.size() ? Optional.of(hashes) : Optional.empty();
    }

    private static Optional<byte[]> hash(String text) {
        return Strict.base64(text).filter(hash -> hash.length == HASH_LENGTH);
    }

    private static Optional<byte[]> salt(String text) {
        return Strict.base64(text).filter(salt -> salt.length == SALT_LENGTH);
    }

    private static String hex(String base64) {
        return Strict.base64(base64).map(HexFormat.of()::formatHex).orElse("");
    }
}
