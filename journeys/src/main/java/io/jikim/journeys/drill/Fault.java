package io.jikim.journeys.drill;

/// One row of the matrix: a way in which parts fail while people are being erased.
///
/// @param name what fails, as the table prints it
/// @param brief whether it belongs to the short form
record Fault(String name, boolean brief, Strike strike) {

    /// Does it: ends the people's memberships, lets the parts fail in the middle, and brings them
    /// back. What became of the people is judged afterwards, for all faults alike.
    interface Strike {
        void on(Field field) throws Exception;
    }

    @Override
    public String toString() {
        return name;
    }

    static Fault brief(String name, Strike strike) {
        return new Fault(name, true, strike);
    }

    static Fault full(String name, Strike strike) {
        return new Fault(name, false, strike);
    }
}
