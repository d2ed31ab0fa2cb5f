package io.jikim.retention.archive.application;

import io.jikim.retention.erasure.application.port.ArchiveReceipt;
import java.util.List;

/// The answer to a participant that hands records over.
public sealed interface Deposit {
    /// One receipt per record, in the order given.
    record Taken(List<ArchiveReceipt> receipts) implements Deposit {
        public Taken {
            receipts = List.copyOf(receipts);
        }
    }

    /// The policy names no law, or another one, for these categories: nothing was taken.
    record NoLaw(List<String> categories) implements Deposit {
        public NoLaw {
            categories = List.copyOf(categories);
        }
    }

    /// The legal events of the records at these places, counted from 0, lie in the future or before
    /// any that can matter: nothing was taken.
    record NoSuchDay(List<Integer> places) implements Deposit {
        public NoSuchDay {
            places = List.copyOf(places);
        }
    }

    /// Nobody destroys anything for this case now, so there is nothing to hand over.
    record CaseClosed() implements Deposit {}

    record UnknownCase() implements Deposit {}
}
