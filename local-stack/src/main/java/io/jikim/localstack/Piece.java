package io.jikim.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/// One piece of the stack alone, for an installation whose other pieces are containers.
///
/// - `keys DIR` makes the key material that is missing there, and ends
/// - `broker BOOTSTRAP DIR SECRETS` makes the topics and accounts of `DIR` (`topics.properties`,
///   `access.properties`) at a broker that asks who is there, and ends; `SECRETS` holds this
///   program's own login and the accounts' passwords
/// - `mail SMTP-PORT PAGE-PORT` is the mailbox, on every address of its container
public final class Piece {
    private Piece() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            run(List.of(arguments));
        } catch (StackFailure | IOException | ExecutionException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void run(List<String> words)
            throws IOException, InterruptedException, ExecutionException {
        switch (words.size() + " " + String.join(" ", words).split(" ", 2)[0]) {
            case "2 keys" -> new KeyMaterial(Path.of(words.get(1))).create();
            case "4 broker" ->
                    new BrokerAccess(Path.of(words.get(2)), Path.of(words.get(3)))
                            .apply(words.get(1));
            case "3 mail" -> mail(Integer.parseInt(words.get(1)), Integer.parseInt(words.get(2)));
            default ->
                    throw new StackFailure(
                            "wants keys DIR, broker BOOTSTRAP DIR SECRETS, or mail SMTP-PORT PAGE-PORT");
        }
    }

    private static void mail(int smtpPort, int pagePort) throws IOException, InterruptedException {
        var mailbox = new Mailbox(InetAddress.getByName("0.0.0.0"), smtpPort, pagePort);
        Runtime.getRuntime().addShutdownHook(new Thread(mailbox::stop, "stop"));
        mailbox.start();
        new CountDownLatch(1).await();
    }
}
