package io.jikim.verifier.drill;

import java.util.List;

/// What a verifier said of a file: its exit code and each claim that holds or fails, in its order.
record Verdict(int exit, List<String> claims) {

    Verdict {
        claims = List.copyOf(claims);
    }

    @Override
    public String toString() {
        return "exit "
                + exit
                + claims.stream().map(claim -> "\n      " + claim).reduce("", String::concat);
    }
}
