package io.jikim.audit.domain;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// The catalogue of what can be done with personal data (수행업무): what each action means, who tells
/// of it, and what its record must say besides who, when, from where and on what.
///
/// An action never asks for more than it did: what asks for more is another action, of the next
/// version. On the bus every action is taken, because a record of ours must not be lost.
public enum Action {
    READ("READ", "Data of people was shown", Need.WHOSE),
    SEARCH("SEARCH", "People were looked for; nobody was found where nobody is named"),
    CREATE("CREATE", "Data of people was put in", Need.WHOSE),
    CHANGE("CHANGE", "Data of people was changed", Need.WHOSE),
    DELETE("DELETE", "Data of people was deleted", Need.WHOSE),
    DOWNLOAD("DOWNLOAD", "Data of people left the system as a file", Need.WHOSE, Need.REASON),
    PRINT("PRINT", "Data of people was printed", Need.WHOSE, Need.REASON),

    PROVE("PROVE", Speaker.OURS, "An entry of the log was opened with its proof"),
    SEARCH_OWN("SEARCH_OWN", Speaker.OURS, "A person looked who had looked at her data"),
    ANSWER(
            "ANSWER",
            Speaker.OURS,
            "All accesses to a person's data were given out with their proof"),
    ANSWER_OWN(
            "ANSWER_OWN",
            Speaker.OURS,
            "A person fetched all accesses to her data with their proof"),
    READ_CONSENTS("consents.read", Speaker.OURS, "Somebody's consents were shown"),
    READ_PROFILE("identity.people:read", Speaker.OURS, "Somebody's profile was shown"),
    SEND_MAIL("identity.address:send", Speaker.OURS, "An address was opened to send a mail to it"),
    DEPOSIT_ALIASES(
            "identity.aliases:deposit",
            Speaker.OURS,
            "Identifiers were opened for an erasure case"),
    ARCHIVE_ITEMS(
            "identity.items:archive", Speaker.OURS, "A profile was opened to archive what stays"),
    READ_IDENTIFIERS(
            "erasure.read-identifiers",
            Speaker.OURS,
            "A participant fetched the identifiers of a case"),
    CARRY_OUT("erasure.carry-out", Speaker.OURS, "Identifiers were opened to erase by them"),
    INFORM("erasure.inform", Speaker.OURS, "An address was opened to send the result notice"),
    RETIRE_PARTICIPANT("participant.retire", Speaker.OURS, "A participant was retired"),
    READ_ARCHIVED("archive-record.read", Speaker.OURS, "An archived record was opened");

    /// Of the catalogue as a whole; counts up when an action is added.
    public static final int VERSION = 1;

    /// What a record must say that not every record must.
    public enum Need {
        /// Whose data it was: `subjects`, or `bulk` where they are not listed one by one.
        WHOSE,
        /// Why: a download's reason has to be looked at (Safety Measures Standard Art. 8(2)).
        REASON
    }

    /// Who tells of it.
    public enum Speaker {
        ANYBODY,
        /// Jikim's own services, over the bus.
        OURS
    }

    private final String code;
    private final Speaker speaker;
    private final String meaning;
    private final Set<Need> needs;

    Action(String code, String meaning, Need... needs) {
        this(code, Speaker.ANYBODY, meaning, needs);
    }

    Action(String code, Speaker speaker, String meaning, Need... needs) {
        this.code = code;
        this.speaker = speaker;
        this.meaning = meaning;
        this.needs = Set.of(needs);
    }

    /// Empty for one that is not in the catalogue, or not for an outside system to tell of.
    public static Optional<Action> fromOutside(String code) {
        return Arrays.stream(values())
                .filter(action -> action.speaker == Speaker.ANYBODY)
                .filter(action -> action.code.equals(code))
                .findFirst();
    }

    /// The version of the catalogue it came with.
    public int since() {
        return 1;
    }

    public String code() {
        return code;
    }

    public Speaker speaker() {
        return speaker;
    }

    public String meaning() {
        return meaning;
    }

    public boolean needs(Need need) {
        return needs.contains(need);
    }
}
