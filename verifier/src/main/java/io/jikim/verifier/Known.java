package io.jikim.verifier;

/// A record that is proven: it stands in the log, and is this person's with this number.
///
/// @param file where it is shown
/// @param size of the log whose root it was proven against
/// @param since index of the record with number 1 of the same numbering
/// @param previous hash of the leaf that it names as the one before, in hex
/// @param leaf its own leaf's hash, in hex
record Known(
        String file, long size, long index, long since, long number, String previous, String leaf) {

    String named() {
        return "number " + number + " (entry " + index + ", " + file + ")";
    }
}
