package io.jikim.journeys;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Administrators of the connected database who are members too, each with values of her own that
/// stand nowhere else on the machine.
public record Crowd(List<Member> members) {

    /// One of them.
    ///
    /// @param row the primary key of her row in the operator's database
    public record Member(Subject subject, long row, String email, String phone) {}

    public Crowd {
        members = List.copyOf(members);
    }

    /// The addresses of the operator's database are made this tenant's own, and the first people in
    /// it become members who have consented.
    public static Crowd join(Scene scene, int size) throws SQLException {
        scene.cast.databases.makeAddressesOwn();
        var members = new ArrayList<Member>();
        for (var administrator : administrators(scene, size).entrySet()) {
            members.add(join(scene, administrator.getKey(), administrator.getValue()));
        }
        return new Crowd(members);
    }

    private static Member join(Scene scene, long row, String email) {
        var phone = "10-%s-%d".formatted(scene.cast.tenant, row);
        var subject =
                Subject.register(
                        scene.cast,
                        "ADMINISTRATOR",
                        String.valueOf(row),
                        Map.of(
                                "first-name",
                                "Person",
                                "last-name",
                                "P" + row,
                                "email",
                                email,
                                "country-code",
                                "82",
                                "phone-number",
                                phone,
                                "company-name",
                                "Crowd"));
        scene.consents(subject);
        return new Member(subject, row, email, phone);
    }

    private static Map<Long, String> administrators(Scene scene, int size) throws SQLException {
        var found = new java.util.LinkedHashMap<Long, String>();
        try (var connection = scene.cast.databases.ompassConnection();
                var select =
                        connection.prepareStatement(
                                "select id, email from administrators where id <> ? order by id limit ?")) {
            select.setLong(1, scene.cast.marker.id());
            select.setInt(2, size);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getLong(1), rows.getString(2));
                }
            }
        }
        return found;
    }

    /// Every value by which one of them could be found.
    List<String> values() {
        return members.stream().flatMap(m -> java.util.stream.Stream.of(m.email, m.phone)).toList();
    }

    public void terminateAll(Scene scene) {
        for (var member : members) {
            scene.terminate(member.subject).expect(200, "a termination");
        }
    }
}
