package io.jikim.journeys.stack;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A way between clients and a server on this machine, on which a fault can be placed: whole
/// messages pass, and whoever listens hears each before it goes on.
public final class Wire implements AutoCloseable {

    private final ServerSocket door;
    private final int target;
    private final Dialect dialect;
    private final AtomicLong connections = new AtomicLong();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final List<Trap> traps = new CopyOnWriteArrayList<>();
    private volatile boolean cut;
    private volatile Duration delay = Duration.ZERO;

    /// @param target the port where the server listens, now or later
    Wire(Dialect dialect, int target) {
        this.dialect = dialect;
        this.target = target;
        try {
            door = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("wire").start(this::accept);
    }

    public int port() {
        return door.getLocalPort();
    }

    /// What becomes of the message at which a deed was done.
    public enum Fate {
        PASSES,
        IS_LOST
    }

    /// Does something once, when the wire hears the `count`-th message of a kind, and before that
    /// message goes on. One that is lost takes its connection with it.
    public Trap at(int count, Predicate<Said> kind, Supplier<Fate> deed) {
        var trap = new Trap(count, kind, deed);
        traps.add(trap);
        return trap;
    }

    /// Tells everything that is said from now on; it goes on when the listener returns.
    public Trap listen(Consumer<Said> listener) {
        var trap =
                new Trap(
                        Integer.MAX_VALUE,
                        said -> {
                            listener.accept(said);
                            return false;
                        },
                        () -> Fate.PASSES);
        traps.add(trap);
        return trap;
    }

    public final class Trap {
        private final int count;
        private final Predicate<Said> kind;
        private final Supplier<Fate> deed;
        private final CountDownLatch sprung = new CountDownLatch(1);
        private int heard;

        private Trap(int count, Predicate<Said> kind, Supplier<Fate> deed) {
            this.count = count;
            this.kind = kind;
            this.deed = deed;
        }

        private Fate hear(Said said) {
            boolean due;
            synchronized (this) {
                due = kind.test(said) && ++heard == count;
            }
            if (!due) {
                return Fate.PASSES;
            }
            traps.remove(this);
            try {
                return deed.get();
            } finally {
                sprung.countDown();
            }
        }

        /// Whether it came to it within this time.
        public boolean sprungWithin(Duration time) throws InterruptedException {
            return sprung.await(time.toMillis(), TimeUnit.MILLISECONDS);
        }

        public void remove() {
            traps.remove(this);
        }
    }

    /// Nothing passes any more, as when a cable is pulled.
    public void cut() {
        cut = true;
        sockets.forEach(Wire::hangUp);
    }

    /// Every message of a client takes this much longer from now on.
    public void slow(Duration each) {
        delay = each;
    }

    /// Everything passes at once again.
    public void mend() {
        cut = false;
        delay = Duration.ZERO;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException _) {
                // this client is gone, or the wire is closed
            }
        }
    }

    private void connect(Socket client) throws IOException {
        if (cut) {
            hangUp(client);
            return;
        }
        Socket server;
        try {
            server = new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException e) {
            hangUp(client);
            throw e;
        }
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        sockets.add(client);
        sockets.add(server);
        long number = connections.incrementAndGet();
        var asked = dialect.client(number);
        var answered = dialect.server(number);
        Thread.ofVirtual().start(() -> pass(client, server, asked, true));
        Thread.ofVirtual().start(() -> pass(server, client, answered, false));
    }

    private void pass(Socket from, Socket to, Dialect.Hearing hearing, boolean asking) {
        try (from;
                to) {
            var in = new DataInputStream(new BufferedInputStream(from.getInputStream(), 1 << 16));
            var out = new BufferedOutputStream(to.getOutputStream(), 1 << 16);
            while (true) {
                var fates = EnumSet.of(Fate.PASSES);
                var message = hearing.next(in, said -> fates.add(fateOf(said)));
                if (fates.contains(Fate.IS_LOST)) {
                    return;
                }
                if (asking && !delay.isZero()) {
                    Thread.sleep(delay);
                }
                out.write(message);
                if (in.available() == 0) {
                    out.flush();
                }
            }
        } catch (IOException | InterruptedException _) {
            // one side hung up, and so does the other
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private Fate fateOf(Said said) {
        var fate = Fate.PASSES;
        for (var trap : traps) {
            if (trap.hear(said) == Fate.IS_LOST) {
                fate = Fate.IS_LOST;
            }
        }
        return fate;
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // it is gone already
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sockets.forEach(Wire::hangUp);
    }
}
