package io.jikim.localstack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL refuses to run as root. As root its programs are started in a user namespace of their
/// own, in which they are nobody, while the files stay ours.
final class Unprivileged {
    private static final boolean NEEDED = "root".equals(System.getProperty("user.name"));

    private Unprivileged() {}

    static List<String> command(List<String> command) {
        if (!NEEDED) {
            return command;
        }
        requireNamespaces();
        var wrapped = new ArrayList<>(List.of("unshare", "--user", "--"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static void requireNamespaces() {
        try {
            var probe = new ProcessBuilder("unshare", "--user", "--", "true");
            if (probe.redirectErrorStream(true).start().waitFor() == 0) {
                return;
            }
        } catch (IOException _) {
            // told below, like a refusal
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new StackFailure(
                "PostgreSQL does not run as root, and this machine lets root make no user namespace"
                        + " (unshare --user). Start jikim as another user.");
    }
}
