package io.jikim.examples.ompass;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// People and their rows for the OMPASS schema: the same seed and day make the same rows.
///
/// Of a hundred people ten are administrators, twenty sub-administrators and seventy end users. The
/// first administrator is the [Marker]: her payments are six years old, four years old and of
/// `today`, she added sub-administrators, registered end users, and acted in policy logs on other
/// people's rows.
public final class OmpassData {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final long FIRST_SUB = 2_000_001;
    private static final List<String> METHODS = List.of("OTP", "PUSH", "FIDO2", "QR");
    private static final List<String> POLICIES =
            List.of("login-hours", "allowed-networks", "second-factor", "session-length");

    private final int people;
    private final Random random;
    private final Names names;
    private final LocalDate today;
    private final Marker marker;
    private final Instant now;
    private final List<Rows> tables = new ArrayList<>();

    private final Rows administrators = table("administrators");
    private final Rows subs = table("sub_administrators");
    private final Rows applications = table("applications");
    private final Rows users = table("users");
    private final Rows contracts = table("contracts");
    private final Rows payments = table("payments");
    private final Rows refunds = table("refunds");
    private final Rows complaints = table("complaints");
    private final Rows replies = table("complaint_replies");
    private final Rows logins = table("login_logs");
    private final Rows visits = table("visit_logs");
    private final Rows policyLogs = table("policy_logs");
    private final Rows cookies = table("cookies");
    private final Rows marketing = table("marketing_preferences");

    private record Admin(long id, String email, String name, @Nullable String company) {}

    private record User(UUID id, String login) {}

    private final List<Admin> admins = new ArrayList<>();
    private final List<User> endUsers = new ArrayList<>();

    /// `people` is at least 20; `today` is the day of her newest payment.
    public OmpassData(int people, long seed, LocalDate today, Marker marker) {
        if (people < 20) {
            throw new IllegalArgumentException("at least 20 people, not " + people);
        }
        this.people = people;
        this.random = new Random(seed);
        this.names = new Names(random);
        this.today = today;
        this.marker = marker;
        this.now = today.atTime(9, 0).atZone(SEOUL).toInstant();
        fill();
    }

    /// Multi-row inserts in the order that the foreign keys need.
    public List<String> statements() {
        return tables.stream().flatMap(table -> table.statements().stream()).toList();
    }

    private void fill() {
        int count = people / 10;
        for (int i = 0; i < count; i++) {
            administrator(i);
        }
        for (int i = 0; i < people / 5; i++) {
            subAdministrator(i, admins.get(i < 3 ? 0 : random.nextInt(count)));
        }
        for (int i = 0; i < people - count - people / 5; i++) {
            endUser(i, i < 5 ? 0 : random.nextInt(count));
        }
        for (Admin admin : admins) {
            business(admin);
            traces(admin);
        }
        herStory(admins.getFirst());
    }

    private void administrator(int i) {
        long id = marker.id() + i;
        boolean her = i == 0;
        String family = her ? marker.lastName() : names.family();
        String given = her ? marker.firstName() : names.given();
        String email = her ? marker.email() : "admin" + i + "@tenant" + i + ".example";
        String company = her ? marker.company() : names.company();
        admins.add(new Admin(id, email, family + given, company));
        administrators.add(
                id,
                email,
                given,
                family,
                "+82",
                her ? marker.phone() : names.phone(),
                company,
                secret(),
                names.address(),
                "ACTIVE",
                daysAgo(2400 + i));
        applications.add(i + 1, id, "app-" + (i + 1), email, daysAgo(2300));
        if (her || random.nextInt(3) == 0) {
            marketing.add(id, email, "segment-" + random.nextInt(5), daysAgo(700), daysAgo(9));
        }
    }

    private void subAdministrator(int i, Admin by) {
        long id = FIRST_SUB + i;
        String email = "sub" + i + "@tenant.example";
        subs.add(
                id,
                by.id(),
                email,
                names.given(),
                names.family(),
                "+82",
                names.phone(),
                secret(),
                names.address(),
                daysAgo(900));
        logins.add(
                next(logins),
                null,
                id,
                null,
                "console",
                names.any(METHODS),
                names.address(),
                daysAgo(i % 80));
        visits.add(
                next(visits), null, id, "/users", names.address(), names.place(), daysAgo(i % 80));
        cookies.add(next(cookies), null, id, null, "ompass_sid", secret(), daysAgo(3));
        policyLogs.add(
                next(policyLogs),
                null,
                id,
                email,
                names.address(),
                null,
                null,
                null,
                names.any(POLICIES),
                "on",
                daysAgo(i % 300));
    }

    private void endUser(int i, int admin) {
        var id =
                new UUID(
                        0x4000L | random.nextLong() << 16,
                        Long.MIN_VALUE | random.nextLong() >>> 2);
        var user = new User(id, "user" + i);
        endUsers.add(user);
        users.add(
                id,
                admin + 1,
                admins.get(admin).id(),
                user.login(),
                names.any(METHODS),
                names.address(),
                daysAgo(i % 60));
        for (int n = 0; n < 3; n++) {
            logins.add(
                    next(logins),
                    null,
                    null,
                    id,
                    "app-" + (admin + 1),
                    names.any(METHODS),
                    names.address(),
                    daysAgo(n * 7 + i % 60));
        }
        cookies.add(next(cookies), null, null, id, "ompass_device", secret(), daysAgo(30));
        if (i % 25 == 24) {
            complaint(null, id, user.login() + "@people.example", 200 + i);
        }
    }

    private void business(Admin admin) {
        if (admin.id() == marker.id()) {
            return;
        }
        long contract = contract(admin, 1000);
        for (int month = 1; month <= 6; month++) {
            payment(admin, contract, daysAgo(month * 30L));
        }
        if (random.nextInt(4) == 0) {
            complaint(admin, null, admin.email(), 40 + random.nextInt(300));
        }
    }

    /// What her use of the service left behind, apart from business records.
    private void traces(Admin admin) {
        for (int n = 0; n < 8; n++) {
            logins.add(
                    next(logins),
                    admin.id(),
                    null,
                    null,
                    "console",
                    names.any(METHODS),
                    names.address(),
                    daysAgo(n * 3L));
            visits.add(
                    next(visits),
                    admin.id(),
                    null,
                    "/policies/" + n,
                    names.address(),
                    names.place(),
                    daysAgo(n * 3L));
        }
        cookies.add(next(cookies), admin.id(), null, null, "ompass_sid", secret(), daysAgo(1));
        policyLogs.add(
                next(policyLogs),
                admin.id(),
                null,
                admin.email(),
                names.address(),
                null,
                null,
                null,
                names.any(POLICIES),
                "on",
                daysAgo(12));
        var user = endUsers.get(random.nextInt(endUsers.size()));
        policyLogs.add(
                next(policyLogs),
                admin.id(),
                null,
                admin.email(),
                names.address(),
                null,
                user.id(),
                user.login(),
                names.any(POLICIES),
                "exempt for a day",
                daysAgo(20));
    }

    private void herStory(Admin her) {
        long old = contract(her, 6 * 365 + 30);
        long current = contract(her, 30);
        payment(her, old, yearsAgo(6));
        long four = payment(her, old, yearsAgo(4));
        payment(her, current, now);
        refunds.add(next(refunds), four, her.name(), 9_900, yearsAgo(4).plusSeconds(86_400));
        complaint(her, null, her.email(), 400);
        complaint(her, null, her.email(), 4 * 365);
        for (int n = 0; n < 3; n++) {
            policyLogs.add(
                    next(policyLogs),
                    her.id(),
                    null,
                    her.email(),
                    names.address(),
                    FIRST_SUB + n,
                    null,
                    "sub" + n,
                    names.any(POLICIES),
                    "granted",
                    daysAgo(100 + n));
        }
        for (int n = 0; n < 4; n++) {
            var user = endUsers.get(n);
            policyLogs.add(
                    next(policyLogs),
                    her.id(),
                    null,
                    her.email(),
                    names.address(),
                    null,
                    user.id(),
                    user.login(),
                    names.any(POLICIES),
                    "second factor reset",
                    daysAgo(50 + n));
        }
    }

    private long contract(Admin admin, long signedDaysAgo) {
        long id = next(contracts);
        contracts.add(
                id,
                admin.id(),
                "C-%08d".formatted(id),
                admin.name(),
                admin.company(),
                "business",
                99_000,
                today.minusDays(signedDaysAgo),
                null,
                "met " + admin.name() + " at the fair");
        return id;
    }

    private long payment(Admin admin, long contract, Instant at) {
        long id = next(payments);
        payments.add(
                id,
                contract,
                admin.name(),
                admin.email(),
                99_000,
                "KRW",
                "CARD",
                "%04d".formatted(random.nextInt(10_000)),
                "R-%010d".formatted(id),
                at);
        return id;
    }

    private void complaint(@Nullable Admin admin, @Nullable UUID user, String contact, long days) {
        long id = next(complaints);
        complaints.add(
                id,
                admin == null ? null : admin.id(),
                user,
                "EMAIL",
                contact,
                "로그인이 되지 않습니다",
                "Please call me back: " + contact,
                daysAgo(days),
                daysAgo(days - 2));
        replies.add(next(replies), id, contact, "안녕하세요, OMPASS 입니다.", daysAgo(days - 1));
    }

    private Rows table(String name) {
        var rows = new Rows(name);
        tables.add(rows);
        return rows;
    }

    private static long next(Rows rows) {
        return rows.size() + 1L;
    }

    private String secret() {
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }

    private Instant daysAgo(long days) {
        return now.minusSeconds(days * 86_400);
    }

    private Instant yearsAgo(int years) {
        return today.minusYears(years).atTime(9, 0).atZone(SEOUL).toInstant();
    }

    /// `[--people 1000] [--seed 7] [--today 2026-11-24] [--tag demo]`: prints schema and rows as
    /// SQL, for `psql`.
    public static void main(String[] arguments) {
        var given = List.of(arguments);
        var data =
                new OmpassData(
                        Integer.parseInt(option(given, "--people", "1000")),
                        Long.parseLong(option(given, "--seed", "7")),
                        LocalDate.parse(option(given, "--today", LocalDate.now(SEOUL).toString())),
                        Marker.tagged(option(given, "--tag", "demo")));
        Stream.concat(Stream.of(OmpassDatabase.file("schema.sql")), data.statements().stream())
                .forEach(sql -> System.out.println(sql.stripTrailing() + ";\n"));
    }

    private static String option(List<String> given, String name, String otherwise) {
        int at = given.indexOf(name);
        return at < 0 || at + 1 == given.size() ? otherwise : given.get(at + 1);
    }
}
