package io.jikim.audit.adapter.in.rest;

import io.jikim.audit.adapter.in.rest.ProofResource.DisclosedView;
import io.jikim.audit.adapter.in.rest.ProofResource.HashesView;
import io.jikim.audit.application.AnswerAbout.Answer;
import io.jikim.audit.application.AnswerAbout.Proven;
import io.jikim.audit.domain.Hash;
import io.jikim.audit.domain.Place;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What `jikim verify-answer` reads: a page of the records about one person. `first` and `last` are
/// the numbers of the whole answer, absent where nothing is numbered; `unnumbered` counts records
/// from before there were numbers.
record AnswerView(
        UUID subject,
        @Nullable Long first,
        @Nullable Long last,
        long unnumbered,
        List<AnsweredView> records,
        String checkpoint,
        @Nullable String next) {

    static AnswerView of(Answer answer) {
        var extent = answer.extent();
        boolean none = extent.last() == 0;
        return new AnswerView(
                answer.subject(),
                none ? null : extent.first(),
                none ? null : extent.last(),
                extent.unnumbered(),
                answer.records().stream().map(AnsweredView::of).toList(),
                answer.checkpoint(),
                answer.next().map(AnswerCursor::of).orElse(null));
    }

    /// A leaf (Base64) as it is shown, at its index, the fields of it that are shown, its place
    /// among the records about her, and its way to the checkpoint.
    record AnsweredView(
            long index,
            String leaf,
            SortedMap<String, DisclosedView> disclosed,
            PlaceView place,
            HashesView proof) {
        static AnsweredView of(Proven proven) {
            var record = proven.record();
            var disclosed = new TreeMap<String, DisclosedView>();
            record.fields()
                    .forEach((name, value) ->
                            disclosed.put(
                                    name,
                                    new DisclosedView(base64(record.secret().salt(name)), value)));
            var place = record.place();
            var shown =
                    new PlaceView(
                            place.since(),
                            place.number(),
                            base64(place.previous().bytes()),
                            base64(Place.salt(place.subject(), record.secret())),
                            record.path().stream()
                                    .map(Hash::bytes)
                                    .map(AnswerView::base64)
                                    .toList());
            return new AnsweredView(
                    record.index(), record.leaf(), disclosed, shown, HashesView.of(proven.proof()));
        }
    }

    /// Her running number, counted since an index of the log; the hash of the leaf before, the salt
    /// and the hashes that lead to the field `places`, in Base64.
    record PlaceView(long since, long number, String previous, String salt, List<String> path) {}

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
