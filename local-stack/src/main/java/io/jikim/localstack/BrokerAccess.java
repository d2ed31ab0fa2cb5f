package io.jikim.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;

/// Topics, accounts and who may do what, at a broker that asks who is there. What stands in the
/// files is made, what no longer stands there is taken away: an account whose password file is gone
/// is gone too.
///
/// @param directory `topics.properties` and `access.properties`
/// @param secrets `client.properties` to log in with, `account.NAME` and `participant.NAME` with
///   their passwords
record BrokerAccess(Path directory, Path secrets) {
    private static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_512;
    private static final ScramCredentialInfo COST = new ScramCredentialInfo(MECHANISM, 4096);

    /// Accounts of the broker itself, which were made when its storage was.
    private static final List<String> OF_THE_BROKER = List.of("broker", "controller", "admin");

    private record Account(String name, String kind, String password) {}

    void apply(String bootstrap) throws IOException, InterruptedException, ExecutionException {
        var accounts = accounts();
        refuseAmbiguousNames(accounts);
        try (var admin = Admin.create(login(bootstrap))) {
            new Topics(directory.resolve("topics.properties")).create(admin);
            setPasswords(admin, accounts);
            setRights(admin, accounts);
        }
    }

    private Map<String, Object> login(String bootstrap) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(secrets.resolve("client.properties"))) {
            properties.load(reader);
        }
        var login = new HashMap<String, Object>();
        properties.forEach((name, value) -> login.put(name.toString(), value));
        login.put("bootstrap.servers", bootstrap);
        return login;
    }

    private List<Account> accounts() throws IOException {
        try (var files = Files.list(secrets)) {
            return files.filter(file ->
                            file.getFileName().toString().matches("(account|participant)\\..+"))
                    .map(BrokerAccess::account)
                    .sorted(Comparator.comparing(Account::name))
                    .toList();
        }
    }

    /// A consumer group belongs to whom its name begins with: nobody may be called the beginning of
    /// another, least of all a participant the beginning of one of us.
    private static void refuseAmbiguousNames(List<Account> accounts) {
        var names =
                Stream.concat(accounts.stream().map(Account::name), OF_THE_BROKER.stream())
                        .sorted()
                        .toList();
        for (int i = 1; i < names.size(); i++) {
            if (names.get(i).startsWith(names.get(i - 1))) {
                throw new StackFailure(
                        "the account %s has a name that begins like %s: choose another one"
                                .formatted(names.get(i), names.get(i - 1)));
            }
        }
    }

    private static Account account(Path file) {
        var parts = file.getFileName().toString().split("\\.", 2);
        try {
            var kind =
                    parts[0].equals(AccessTable.PARTICIPANT) ? AccessTable.PARTICIPANT : parts[1];
            return new Account(parts[1], kind, Files.readString(file).strip());
        } catch (IOException e) {
            throw new StackFailure("cannot read " + file, e);
        }
    }

    private static void setPasswords(Admin admin, List<Account> accounts)
            throws InterruptedException, ExecutionException {
        var changes = new HashMap<String, UserScramCredentialAlteration>();
        for (var known : admin.describeUserScramCredentials().users().get()) {
            if (!OF_THE_BROKER.contains(known)) {
                changes.put(known, new UserScramCredentialDeletion(known, MECHANISM));
            }
        }
        for (var account : accounts) {
            changes.put(
                    account.name(),
                    new UserScramCredentialUpsertion(account.name(), COST, account.password()));
        }
        admin.alterUserScramCredentials(List.copyOf(changes.values())).all().get();
    }

    private void setRights(Admin admin, List<Account> accounts)
            throws IOException, InterruptedException, ExecutionException {
        var table = AccessTable.read(directory.resolve("access.properties"));
        var wanted = new HashSet<AclBinding>();
        for (var account : accounts) {
            wanted.addAll(table.of(account.name(), account.kind()));
        }
        admin.createAcls(wanted).all().get();
        var tooMuch = new HashSet<>(admin.describeAcls(AclBindingFilter.ANY).values().get());
        tooMuch.removeAll(wanted);
        admin.deleteAcls(tooMuch.stream().map(AclBinding::toFilter).toList()).all().get();
    }
}
